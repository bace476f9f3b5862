// RUN: %check %s
#include <pthread.h>

void expectZero(int Result);

// one mistake, told once: the destroy is refused, and then the scope ends
void refused(int c) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, 0);
  if (c)
    pthread_mutex_lock(&m);
  expectZero(pthread_mutex_destroy(&m)); // TP may
}

// released in time
void released(int c) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, 0);
  if (c)
    pthread_mutex_lock(&m);
  if (c)
    pthread_mutex_unlock(&m);
  expectZero(pthread_mutex_destroy(&m)); // TN
}
