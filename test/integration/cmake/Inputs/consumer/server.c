#include <pthread.h>
#include <stdarg.h>

void stop(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m);
}
