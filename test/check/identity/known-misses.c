// RUN: %check %s
#include "win32.h"
#include <pthread.h>
#include <stdlib.h>

// What generated programs showed: the causes of nearly all closes that are set in
// some run and not reported. What may be the same lock, or has an unknown depth, is
// unknown, and so silent.

int ask(void);
struct state { pthread_mutex_t lock; };

void perhaps_released(struct state *s, pthread_mutex_t *n) {
  pthread_mutex_lock(&s->lock);
  pthread_mutex_unlock(n);
  free(s); // FN n is perhaps this lock
}

void released(struct state *s) {
  pthread_mutex_t *n = &s->lock;
  pthread_mutex_lock(&s->lock);
  pthread_mutex_unlock(n);
  free(s); // TN
}

void depth_of_a_loop(LPCRITICAL_SECTION n, int b) {
  for (int i = 0; i < b; i++)
    EnterCriticalSection(n);
  LeaveCriticalSection(n);
  LeaveCriticalSection(n);
  DeleteCriticalSection(n); // FN more than two rounds are not counted
}

void depth_of_three(LPCRITICAL_SECTION n) {
  EnterCriticalSection(n);
  EnterCriticalSection(n);
  EnterCriticalSection(n);
  LeaveCriticalSection(n);
  DeleteCriticalSection(n); // TP
}
