// RUN: %check -broken %s
#include <pthread.h>

// A unit with errors has no findings: what the parser made up is not the code.
void half_typed(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (m->
  pthread_mutex_destroy(m); // TN
}

void whole(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TN
}
