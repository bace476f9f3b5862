#include <pthread.h>
#include <stddef.h>

static int unprotected;
static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;

static void *count(void *at) {
  (void)at;
  unprotected++;
  return NULL;
}

int main(void) {
  pthread_t t;
  pthread_create(&t, NULL, count, NULL);
  unprotected++;
  pthread_join(t, NULL);
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m);
  return 0;
}
