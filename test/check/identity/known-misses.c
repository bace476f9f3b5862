// RUN: %check %s
#include "win32.h"
#include <pthread.h>
#include <stdlib.h>

// What generated programs showed: the causes of nearly all closes that are set in
// some run and not reported. What may be the same lock, or has an unknown depth, is
// unknown, and so silent.

int ask(void);
struct state { pthread_mutex_t lock; };

void perhaps_the_same(struct state *s, pthread_mutex_t *n) {
  pthread_mutex_lock(&s->lock);
  pthread_mutex_destroy(n); // TN
  free(s); // FN n is perhaps this lock
}

void nothing_else(struct state *s) {
  pthread_mutex_lock(&s->lock);
  free(s); // TP
}

void by_its_own_name(pthread_mutex_t *m, pthread_mutex_t *n) {
  pthread_mutex_t *p = ask() ? m : n;
  pthread_mutex_lock(p);
  pthread_mutex_destroy(n); // FN the choice is not told apart
}

void released_by_choice(pthread_mutex_t *m, pthread_mutex_t *n) {
  pthread_mutex_t *p = ask() ? m : n;
  pthread_mutex_lock(m);
  pthread_mutex_unlock(p);
  pthread_mutex_destroy(m); // FN the choice is not told apart
}

void swapped_in_a_loop(pthread_mutex_t *m, struct state *s) {
  pthread_mutex_t *p = &s->lock, *q = m;
  do {
    pthread_mutex_t *r = p;
    p = q;
    q = r;
  } while (ask());
  pthread_mutex_lock(p);
  free(s); // FN which of the two it is depends on the rounds
}

void depth_of_a_loop(LPCRITICAL_SECTION n, int b) {
  for (int i = 0; i < b; i++)
    EnterCriticalSection(n);
  LeaveCriticalSection(n);
  DeleteCriticalSection(n); // FN the depth is not counted over a loop
}

void depth_of_three(LPCRITICAL_SECTION n) {
  EnterCriticalSection(n);
  EnterCriticalSection(n);
  EnterCriticalSection(n);
  LeaveCriticalSection(n);
  DeleteCriticalSection(n); // TP
}
