// RUN: %check %s
#include <pthread.h>
#include <threads.h>

// The type of the mutex is not known: a second lock deadlocks, fails or counts.
void unknown_type(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void known_recursive(void) {
  mtx_t m;
  mtx_init(&m, mtx_recursive);
  mtx_lock(&m);
  mtx_lock(&m);
  mtx_unlock(&m);
  mtx_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void never_released(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_trylock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
