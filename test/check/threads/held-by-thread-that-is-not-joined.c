// RUN: %check %s
#include <pthread.h>
#include <unistd.h>

// What other threads do is not followed.
static void *holder(void *argument) {
  pthread_mutex_t *m = argument;
  pthread_mutex_lock(m);
  sleep(10);
  pthread_mutex_unlock(m);
  return NULL;
}

void not_joined(void) {
  pthread_mutex_t m;
  pthread_t t;
  pthread_mutex_init(&m, NULL);
  pthread_create(&t, NULL, holder, &m);
  pthread_detach(t);
  pthread_mutex_destroy(&m); // FN: the thread may hold it, threads are not followed
}

void joined(void) {
  pthread_mutex_t m;
  pthread_t t;
  pthread_mutex_init(&m, NULL);
  pthread_create(&t, NULL, holder, &m);
  pthread_join(t, NULL);
  pthread_mutex_destroy(&m); // TN
}
