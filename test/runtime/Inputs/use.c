#include <pthread.h>

pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;

int use(void);
int use(void) {
  pthread_mutex_lock(&m);
  pthread_mutex_unlock(&m);
  return pthread_mutex_destroy(&m);
}
