// RUN: %check %s
#include <errno.h>
#include <pthread.h>

void locked(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

// The last owner died: the mutex is acquired all the same.
void owner_died(pthread_mutex_t *m) {
  if (pthread_mutex_lock(m) == EOWNERDEAD) {
    pthread_mutex_consistent(m);
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  }
}

void failed(pthread_mutex_t *m) {
  if (pthread_mutex_lock(m) == EINVAL)
    pthread_mutex_destroy(m); // TN
}

void timed_out(pthread_mutex_t *m, const struct timespec *t) {
  if (pthread_mutex_timedlock(m, t) == ETIMEDOUT)
    pthread_mutex_destroy(m); // TN
}

void waited(pthread_cond_t *c, pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_cond_wait(c, m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void recursive(void) {
  pthread_mutexattr_t a;
  pthread_mutex_t m;
  pthread_mutexattr_init(&a);
  pthread_mutexattr_settype(&a, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&m, &a);
  pthread_mutex_lock(&m);
  pthread_mutex_lock(&m);
  pthread_mutex_unlock(&m);
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
