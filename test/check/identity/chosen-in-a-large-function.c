// RUN: %check %s
#include <pthread.h>

// Which of two locks was chosen is told apart in large functions, too, and the facts
// that come with it are not needed for that.

int ask(void);
void work(void);
#define TWO_BRANCHES \
  if (ask()) \
    work(); \
  if (ask()) \
    work();
#define MANY_BRANCHES \
  TWO_BRANCHES TWO_BRANCHES TWO_BRANCHES TWO_BRANCHES TWO_BRANCHES TWO_BRANCHES \
  TWO_BRANCHES TWO_BRANCHES TWO_BRANCHES TWO_BRANCHES TWO_BRANCHES TWO_BRANCHES

void closed_by_its_name(pthread_mutex_t *m, pthread_mutex_t *n, int c) {
  pthread_mutex_t *p = c ? m : n;
  MANY_BRANCHES
  pthread_mutex_lock(p);
  MANY_BRANCHES
  pthread_mutex_destroy(n); // TP
}

void released_first(pthread_mutex_t *m, pthread_mutex_t *n, int c) {
  pthread_mutex_t *p = c ? m : n;
  MANY_BRANCHES
  pthread_mutex_lock(p);
  MANY_BRANCHES
  pthread_mutex_unlock(p);
  pthread_mutex_destroy(n); // TN
}

void released_by_its_name(pthread_mutex_t *m, pthread_mutex_t *n, int c) {
  pthread_mutex_t *p = c ? m : n;
  MANY_BRANCHES
  pthread_mutex_lock(p);
  MANY_BRANCHES
  if (p == n)
    pthread_mutex_unlock(n);
  pthread_mutex_destroy(n); // TN
}

void released_by_the_condition(pthread_mutex_t *m, pthread_mutex_t *n, int c) {
  pthread_mutex_t *p = c ? m : n;
  MANY_BRANCHES
  pthread_mutex_lock(p);
  MANY_BRANCHES
  if (!c)
    pthread_mutex_unlock(n);
  pthread_mutex_destroy(n); // TN
}

void chosen_before_a_loop(pthread_mutex_t *m, pthread_mutex_t *n, int c) {
  pthread_mutex_t *p = c ? m : n;
  pthread_mutex_lock(p);
  MANY_BRANCHES
  while (ask())
    work();
  pthread_mutex_destroy(n); // TP
}

// The search for the path must not take the one lock for the other behind a loop.
void chosen_by_two_parts(pthread_mutex_t *m, pthread_mutex_t *n, int c, int a, int f) {
  if (f & 1)
    work();
  if (f & 2)
    work();
  pthread_mutex_t *p = !(c || a) ? m : n;
  pthread_mutex_lock(p);
  while (ask())
    work();
  if (c || a)
    pthread_mutex_unlock(n);
  pthread_mutex_destroy(n); // TN
}

void chosen_by_one_of_two_parts(pthread_mutex_t *m, pthread_mutex_t *n, int c, int a, int f) {
  if (f & 1)
    work();
  if (f & 2)
    work();
  pthread_mutex_t *p = !(c || a) ? m : n;
  pthread_mutex_lock(p);
  while (ask())
    work();
  if (c)
    pthread_mutex_unlock(n);
  pthread_mutex_destroy(n); // TP
}
