// RUN: %check %s
#include "win32.h"
#include <errno.h>
#include <pthread.h>
#include <threads.h>
#include <time.h>

void posix(pthread_cond_t *c, pthread_mutex_t *m, const struct timespec *t) {
  pthread_mutex_lock(m);
  if (pthread_cond_timedwait(c, m, t) == ETIMEDOUT) {
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
    return;
  }
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void posix_released(pthread_cond_t *c, pthread_mutex_t *m,
                    const struct timespec *t) {
  int rc;
  pthread_mutex_lock(m);
  rc = pthread_cond_timedwait(c, m, t);
  pthread_mutex_unlock(m);
  if (rc == ETIMEDOUT)
    pthread_mutex_destroy(m); // TN
}

void c11(cnd_t *c, mtx_t *m, const struct timespec *t) {
  mtx_lock(m);
  if (cnd_timedwait(c, m, t) != thrd_success)
    mtx_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    mtx_unlock(m);
}

void section(PCONDITION_VARIABLE c, LPCRITICAL_SECTION cs) {
  EnterCriticalSection(cs);
  if (!SleepConditionVariableCS(c, cs, 100)) {
    DeleteCriticalSection(cs); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
    return;
  }
  LeaveCriticalSection(cs);
  DeleteCriticalSection(cs); // TN
}
