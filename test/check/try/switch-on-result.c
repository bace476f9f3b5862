// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <errno.h>
#include <pthread.h>
#include <time.h>

void work(void);

void mutex(pthread_mutex_t *m) {
  switch (pthread_mutex_trylock(m)) {
  case 0:
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
    break;
  case EBUSY:
    pthread_mutex_destroy(m); // TN
    break;
  default:
    pthread_mutex_unlock(m);
    break;
  }
}

void mutex_failures_only(pthread_mutex_t *m, const struct timespec *until) {
  int rc = pthread_mutex_timedlock(m, until);
  switch (rc) {
  case 0:
  case EOWNERDEAD:
    pthread_mutex_unlock(m);
    break;
  case ETIMEDOUT:
  case EINVAL:
    break;
  }
  pthread_mutex_destroy(m); // TN
}

void os2(HSEM h) {
  switch (DosSemRequest(h, 500L)) {
  case NO_ERROR:
    work();
    break;
  case ERROR_SEM_TIMEOUT:
    DosCloseSem(h); // TN
    return;
  default:
    return;
  }
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void os2_cleared(HSEM h) {
  switch (DosSemRequest(h, 500L)) {
  case NO_ERROR:
    work();
    DosSemClear(h);
    break;
  case ERROR_SEM_TIMEOUT:
  case ERROR_INTERRUPT:
    break;
  default:
    return;
  }
  DosCloseSem(h); // TN
}

void win32(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  switch (WaitForSingleObject(h, 100)) {
  case WAIT_OBJECT_0:
    ReleaseMutex(h);
    break;
  case WAIT_ABANDONED:
    work();
    break;
  case WAIT_TIMEOUT:
    break;
  }
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void win32_released(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  switch (WaitForSingleObject(h, 100)) {
  case WAIT_OBJECT_0:
  case WAIT_ABANDONED:
    ReleaseMutex(h);
    break;
  case WAIT_TIMEOUT:
    break;
  }
  CloseHandle(h); // TN
}
