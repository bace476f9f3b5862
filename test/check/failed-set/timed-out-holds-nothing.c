// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <threads.h>
#include <time.h>

void work(void);

void mutex(pthread_mutex_t *m, const struct timespec *until) {
  if (pthread_mutex_timedlock(m, until) == ETIMEDOUT) {
    pthread_mutex_destroy(m); // TN
    return;
  }
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void mutex_ignored(pthread_mutex_t *m, const struct timespec *until) {
  pthread_mutex_timedlock(m, until);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here, if the call succeeds{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void rwlock(pthread_rwlock_t *l, const struct timespec *until) {
  if (pthread_rwlock_timedwrlock(l, until) == 0) {
    work();
    pthread_rwlock_unlock(l);
  }
  pthread_rwlock_destroy(l); // TN
}

void c11(mtx_t *m, const struct timespec *until) {
  int rc = mtx_timedlock(m, until);
  if (rc == thrd_timedout) {
    mtx_destroy(m); // TN
  } else if (rc == thrd_success) {
    mtx_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  }
}

void semaphore(const struct timespec *until) {
  sem_t s;
  sem_init(&s, 0, 1);
  if (sem_timedwait(&s, until) == -1) {
    sem_destroy(&s); // TN
    return;
  }
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void os2(HSEM h) {
  if (DosSemRequest(h, 100L) == ERROR_SEM_TIMEOUT) {
    DosCloseSem(h); // TN
    return;
  }
  DosSemClear(h);
  DosCloseSem(h); // TN
}

void win32(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  if (WaitForSingleObject(h, 10) == WAIT_TIMEOUT) {
    CloseHandle(h); // TN
    return;
  }
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
