// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <stddef.h>

void handle_cleared_by_hand(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  if (!h)
    return;
  ReleaseMutex(h);
  CloseHandle(h); // TN
  h = NULL;
  if (h)
    CloseHandle(h); // TN
}

void only_if_there(int c) {
  HANDLE h = NULL;
  if (c) {
    h = CreateMutex(NULL, FALSE, NULL);
    if (h)
      WaitForSingleObject(h, INFINITE);
  }
  if (h) {
    ReleaseMutex(h);
    CloseHandle(h); // TN
  }
}

void only_if_there_held(int c) {
  HANDLE h = NULL;
  if (c) {
    h = CreateMutex(NULL, FALSE, NULL);
    if (h)
      WaitForSingleObject(h, INFINITE);
  }
  if (h)
    CloseHandle(h); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void null_pointer_is_nobody(pthread_mutex_t *m) {
  pthread_mutex_t *p = NULL;
  pthread_mutex_lock(m);
  if (p)
    pthread_mutex_destroy(p); // TN
  pthread_mutex_unlock(m);
}

void os2(int c) {
  HMTX h = NULLHANDLE;
  if (c && DosCreateMutexSem(0, &h, 0, TRUE) == NO_ERROR)
    DosReleaseMutexSem(h);
  if (h != NULLHANDLE)
    DosCloseMutexSem(h); // TN
}
