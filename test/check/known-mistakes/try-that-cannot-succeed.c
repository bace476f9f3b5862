// RUN: %check %s
#include <pthread.h>

// Whether the mutex is recursive is not known here; a plain one, which most
// are, is not acquired twice.
void tried_while_held(pthread_mutex_t *m) {
  int rc;
  pthread_mutex_lock(m);
  rc = pthread_mutex_trylock(m);
  pthread_mutex_unlock(m);
  (void)rc;
  pthread_mutex_destroy(m); // FP: the try succeeds only if the mutex is recursive
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set
}
