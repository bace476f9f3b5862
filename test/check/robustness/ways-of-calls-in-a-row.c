// RUN: %check %s
#include <pthread.h>

// Calls in a row that go on in two ways each: no branch of this function joins
// them, and their combinations are more than could ever be looked at.
#define TIMES_12(X) X X X X X X X X X X X X
#define TIMES_144(X) TIMES_12(TIMES_12(X))

int ask(void);

static int count(int *n, int c) {
  if (c) {
    *n = 1;
    return 1;
  }
  *n = 2;
  return 0;
}

void other_calls(pthread_mutex_t *m, int *n) {
  pthread_mutex_lock(m);
  TIMES_144(count(n, ask());)
  pthread_mutex_destroy(m); // TP
}

void other_calls_then_unlock(pthread_mutex_t *m, int *n) {
  pthread_mutex_lock(m);
  TIMES_144(count(n, ask());)
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void tries(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  TIMES_144(pthread_mutex_trylock(m);)
  pthread_mutex_destroy(m); // TP
}

static void swap_owner(pthread_mutex_t *m, int c) {
  if (c) {
    pthread_mutex_unlock(m);
    pthread_mutex_lock(m);
  }
}

void handed_over(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  TIMES_144(swap_owner(m, ask());)
  pthread_mutex_destroy(m); // TP
}
