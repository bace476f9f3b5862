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
  LeaveCriticalSection(n);
  DeleteCriticalSection(n); // FN more than three rounds are not counted
}

void depth_of_three(LPCRITICAL_SECTION n) {
  EnterCriticalSection(n);
  EnterCriticalSection(n);
  EnterCriticalSection(n);
  LeaveCriticalSection(n);
  DeleteCriticalSection(n); // TP
}

// More than six sets of facts meet where the choice does; those that agree about it are
// merged.
void chosen_among_many(struct state *s, struct state *t, int b) {
  pthread_mutex_t *p = &s->lock;
  int y = 0;
  if (ask()) {
    for (int i = 0; i < b; ++i) {
      switch (y) {
      case 0:
        y = 1;
        break;
      case 1:
        y = 0;
        break;
      }
    }
    if (y == 1) {
    }
  } else {
    p = &t->lock;
  }
  for (int i = 0; i < b; ++i)
    pthread_mutex_lock(p);
  pthread_mutex_destroy(&t->lock); // TP
}

void chosen_among_many_and_released(struct state *s, struct state *t, int b) {
  pthread_mutex_t *p = &s->lock;
  int y = 0;
  if (ask()) {
    for (int i = 0; i < b; ++i) {
      switch (y) {
      case 0:
        y = 1;
        break;
      case 1:
        y = 0;
        break;
      }
    }
    if (y == 1) {
    }
  } else {
    p = &t->lock;
  }
  pthread_mutex_lock(p);
  pthread_mutex_unlock(p);
  pthread_mutex_destroy(&t->lock); // TN
}

void chosen_among_few(struct state *s, struct state *t, int b) {
  pthread_mutex_t *p = &s->lock;
  if (!ask())
    p = &t->lock;
  for (int i = 0; i < b; ++i)
    pthread_mutex_lock(p);
  pthread_mutex_destroy(&t->lock); // TP
}
