// RUN: %check %s -- -DNDEBUG
#include <assert.h>
#include <pthread.h>

// With NDEBUG the assert says nothing: the call may have failed.
void tried(pthread_mutex_t *m) {
  int rc = pthread_mutex_trylock(m);
  assert(rc == 0);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  (void)rc;
}

void locked(pthread_mutex_t *m) {
  int rc = pthread_mutex_lock(m);
  assert(rc == 0);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  (void)rc;
}

void released(pthread_mutex_t *m) {
  int rc = pthread_mutex_trylock(m);
  assert(rc == 0);
  if (!rc)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
