// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

int step(int);

// rc says how far it came.
int posix(pthread_mutex_t *m) {
  int rc = step(1);
  if (rc == 0) {
    rc = pthread_mutex_trylock(m);
    if (rc == 0)
      step(2);
  }
  if (rc == 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
  return rc;
}

int posix_overwritten(pthread_mutex_t *m) {
  int rc = pthread_mutex_trylock(m);
  if (rc == 0)
    rc = step(2);
  if (rc == 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  return rc;
}

USHORT os2(HSEM h) {
  USHORT rc = DosSemRequest(h, 10);
  if (!rc)
    step(3);
  if (!rc)
    DosSemClear(h);
  return DosCloseSem(h); // TN
}

int pointer_mirrors(pthread_mutex_t *m, int c) {
  pthread_mutex_t *held = NULL;
  if (c) {
    pthread_mutex_lock(m);
    held = m;
  }
  step(4);
  if (held)
    pthread_mutex_unlock(held);
  return pthread_mutex_destroy(m); // TN
}

HANDLE win32(int keep) {
  HANDLE owned = NULL;
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return NULL;
  if (keep) {
    WaitForSingleObject(h, INFINITE);
    owned = h;
  }
  step(5);
  if (owned != NULL)
    ReleaseMutex(owned);
  CloseHandle(h); // TN
  return NULL;
}
