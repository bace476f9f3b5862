#include <pthread.h>

void mutex(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m);
}

void rwlock(pthread_rwlock_t *l) {
  pthread_rwlock_wrlock(l);
  pthread_rwlock_destroy(l);
}
