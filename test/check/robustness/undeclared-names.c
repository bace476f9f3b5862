// RUN: %check -broken %s
#include <pthread.h>

void use(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (undeclared_condition)
    pthread_mutex_unlock(undeclared);
  pthread_mutex_destroy(m); // TN
}
