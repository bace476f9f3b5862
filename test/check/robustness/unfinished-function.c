// RUN: %check -broken %s
#include <pthread.h>

static pthread_mutex_t M;

void finished(void) {
  pthread_mutex_lock(&M);
  pthread_mutex_destroy(&M); // TN
}

void unfinished(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  for (int i = 0; i <
