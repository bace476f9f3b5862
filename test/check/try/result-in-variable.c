// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <errno.h>
#include <pthread.h>
#include <time.h>

void work(void);

int mutex(pthread_mutex_t *m) {
  int rc = pthread_mutex_trylock(m);
  if (rc != 0)
    return rc;
  work();
  return pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

int mutex_late(pthread_mutex_t *m) {
  int rc;
  rc = pthread_mutex_trylock(m);
  work();
  if (rc == 0)
    work();
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  return rc;
}

int mutex_released_late(pthread_mutex_t *m) {
  int rc;
  rc = pthread_mutex_trylock(m);
  work();
  if (rc == 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
  return rc;
}

int mutex_timed(pthread_mutex_t *m, const struct timespec *until) {
  int rc = pthread_mutex_timedlock(m, until);
  if (rc == ETIMEDOUT) {
    pthread_mutex_destroy(m); // TN
    return rc;
  }
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
  return 0;
}

int mutex_timed_other_arm(pthread_mutex_t *m, const struct timespec *until) {
  int rc = pthread_mutex_timedlock(m, until);
  if (rc == ETIMEDOUT)
    return rc;
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  return 0;
}

USHORT os2(HSEM h) {
  USHORT rc = DosSemRequest(h, SEM_IMMEDIATE_RETURN);
  if (rc == NO_ERROR)
    rc = DosCloseSem(h); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    DosCloseSem(h); // TN
  return rc;
}

USHORT os2_copied(HSEM h) {
  USHORT rc = DosSemRequest(h, 500L);
  int failed = rc;
  rc = 0;
  if (failed)
    return DosCloseSem(h); // TN
  return DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void win32(void) {
  DWORD rc;
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  rc = WaitForSingleObject(h, 100);
  if (rc == WAIT_OBJECT_0)
    work();
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void win32_released(void) {
  DWORD rc;
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  rc = WaitForSingleObject(h, 100);
  if (rc == WAIT_OBJECT_0 || rc == WAIT_ABANDONED)
    ReleaseMutex(h);
  CloseHandle(h); // TN
}

void win32_timed_out(void) {
  DWORD rc;
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  rc = WaitForSingleObject(h, 100);
  if (rc == WAIT_TIMEOUT) {
    CloseHandle(h); // TN
    return;
  }
  ReleaseMutex(h);
  CloseHandle(h); // TN
}
