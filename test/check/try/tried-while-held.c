// RUN: %check %s
#include <pthread.h>

// Whether these mutexes are recursive is not known. A try that succeeds says
// that they are, or that they were not held: unknown, and so silent.
void tried_while_held(pthread_mutex_t *m) {
  int rc;
  pthread_mutex_lock(m);
  rc = pthread_mutex_trylock(m);
  pthread_mutex_unlock(m);
  (void)rc;
  pthread_mutex_destroy(m); // TN
}

void cleared_in_both(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (pthread_mutex_trylock(m) == 0)
    pthread_mutex_unlock(m);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

// A try that failed changes nothing.
void failed(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (pthread_mutex_trylock(m) != 0)
    pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// A mutex that is known to be recursive counts.
void recursive(void) {
  pthread_mutex_t m;
  pthread_mutexattr_t attr;
  pthread_mutexattr_init(&attr);
  pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&m, &attr);
  pthread_mutexattr_destroy(&attr);
  pthread_mutex_lock(&m);
  if (pthread_mutex_trylock(&m) != 0) {
    pthread_mutex_unlock(&m);
    return;
  }
  pthread_mutex_unlock(&m);
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
