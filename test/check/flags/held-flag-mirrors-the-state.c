// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <stdbool.h>

void work(void);
int ask(int);

void posix(pthread_mutex_t *m, int c) {
  int held = 0;
  if (c) {
    pthread_mutex_lock(m);
    held = 1;
  }
  work();
  if (held)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void posix_forgotten_flag(pthread_mutex_t *m, int c) {
  int held = 0;
  if (c)
    pthread_mutex_lock(m);
  work();
  if (held)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void posix_flag_reset(pthread_mutex_t *m, int c) {
  bool held = false;
  if (c) {
    pthread_mutex_lock(m);
    held = true;
  }
  if (ask(1)) {
    held = false;
  }
  if (held)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void posix_flag_and_state(pthread_mutex_t *m, int c) {
  bool held = false;
  if (c) {
    pthread_mutex_lock(m);
    held = true;
  }
  if (ask(1) && held) {
    pthread_mutex_unlock(m);
    held = false;
  }
  work();
  if (held)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void os2(HSEM h, int c) {
  bool set = false;
  if (c > 4) {
    if (DosSemRequest(h, 100) == NO_ERROR)
      set = true;
  }
  work();
  if (set)
    DosSemClear(h);
  DosCloseSem(h); // TN
}

void win32(int c) {
  BOOL owned = FALSE;
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  if (c)
    owned = WaitForSingleObject(h, 100) != WAIT_TIMEOUT;
  work();
  if (owned)
    ReleaseMutex(h);
  CloseHandle(h); // TN
}
