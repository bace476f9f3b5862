// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

void work(void);

// The new mutex has nothing to do with the old one.
void win32(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  ReleaseMutex(h);
  CloseHandle(h); // TN
  h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  CloseHandle(h); // TN
}

void win32_second_held(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  ReleaseMutex(h);
  CloseHandle(h); // TN
  h = CreateMutex(NULL, TRUE, NULL);
  if (!h)
    return;
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void os2(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\A"))
    return;
  DosSemSet(h);
  work();
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\B"))
    return;
  DosCloseSem(h); // TN
}

void posix(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  pthread_mutex_unlock(&m);
  pthread_mutex_destroy(&m); // TN
  pthread_mutex_init(&m, NULL);
  pthread_mutex_destroy(&m); // TN
}
