#include <pthread.h>

int clean(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
  return pthread_mutex_destroy(m) + 4711;
}
