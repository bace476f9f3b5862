// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

// What generated programs showed and real code hardly does: relations between
// values that the check does not know, beside the nearest ones that it knows.

int ask(void);
_Bool answer(void);
struct state { int flag; };

void bound_of_a_loop(HSEM h, int b) {
  do {
    for (int i = 0; i < b; ++i)
      if (!b)
        DosSemSet(h);
  } while (ask());
  DosCloseSem(h); // TN
}

void bound_that_was_tested(HSEM h, int b) {
  do {
    if (b)
      for (int i = 0; i < b; ++i)
        if (!b)
          DosSemSet(h);
  } while (ask());
  DosCloseSem(h); // TN
}

void truth_in_a_number(pthread_mutex_t *m) {
  int x = answer();
  pthread_mutex_lock(m);
  if (x != 2)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void comparison_in_a_number(pthread_mutex_t *m) {
  int x = ask() > 3;
  pthread_mutex_lock(m);
  if (x != 2)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void two_parts_in_a_loop(pthread_mutex_t *m, int a, int c) {
  do {
    if (!c || a)
      pthread_mutex_lock(m);
    if (!c || a)
      pthread_mutex_unlock(m);
  } while (ask());
  pthread_mutex_destroy(m); // TN
}

void two_parts_that_change_in_a_loop(pthread_mutex_t *m, int a, int c) {
  do {
    if (!c || a)
      pthread_mutex_lock(m);
    a = ask();
    if (!c || a)
      pthread_mutex_unlock(m);
  } while (ask());
  pthread_mutex_destroy(m); // TP
}

void two_parts_before_a_loop(pthread_mutex_t *m, int a, int c) {
  if (c || a)
    pthread_mutex_lock(m);
  while (ask()) {
  }
  if (c || a)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void one_part_before_a_loop(pthread_mutex_t *m, int a, int c) {
  if (c || a)
    pthread_mutex_lock(m);
  while (ask()) {
  }
  if (c)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
}

void two_parts(pthread_mutex_t *m, int a, int c) {
  if (!c || a)
    pthread_mutex_lock(m);
  if (!c || a)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

static void reset_perhaps(struct state *s) {
  if (ask())
    s->flag = 0;
}

void stays_zero(struct state *s, pthread_mutex_t *m) {
  if (s->flag)
    return;
  reset_perhaps(s);
  if (s->flag)
    pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // FP the flag was 0 and can only be set to 0
}

static void reset(struct state *s) { s->flag = 0; }

void becomes_zero(struct state *s, pthread_mutex_t *m) {
  reset(s);
  if (s->flag)
    pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TN
}

void try_of_nothing(pthread_mutex_t *m) {
  pthread_mutex_t *p = 0;
  if (pthread_mutex_trylock(p) == 0)
    pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TN
}

void try_of_something(pthread_mutex_t *p, pthread_mutex_t *m) {
  if (pthread_mutex_trylock(p) == 0)
    pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
}

void twice_by_two_names(LPCRITICAL_SECTION s, LPCRITICAL_SECTION t, int x) {
  LPCRITICAL_SECTION p = x ? s : t;
  EnterCriticalSection(t);
  EnterCriticalSection(p);
  p = p == s ? t : s;
  EnterCriticalSection(p);
  LeaveCriticalSection(t);
  LeaveCriticalSection(t);
  DeleteCriticalSection(t); // FP one of the two calls took it a second time
}

_Bool truth_of(int x) __attribute__((pure));

struct truth { _Bool b; };

void truths_in_numbers(pthread_mutex_t *m, _Bool c, struct truth *s) {
  int x = c, y = s->b, z = truth_of(3);
  pthread_mutex_lock(m);
  if (x + 1 && y < 2 && z != 2)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void truth_is_unknown(pthread_mutex_t *m, _Bool c) {
  int x = c;
  pthread_mutex_lock(m);
  if (x != 1)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
}

void constant_in_two_loops(HSEM h, int b) {
  int y = 0;
  while (ask())
    for (int i = 0; i < b; ++i)
      y = 2;
  if (y < 0)
    DosSemSet(h);
  DosCloseSem(h); // TN
}

void constant_in_one_loop(HSEM h) {
  int y = 0;
  while (ask())
    y = 2;
  if (y < 0)
    DosSemSet(h);
  DosCloseSem(h); // TN
}

void pointer_that_was_locked(pthread_mutex_t *m, pthread_mutex_t *n) {
  pthread_mutex_t *p = m;
  pthread_mutex_lock(m);
  if (!pthread_mutex_trylock(n))
    p = n;
  if (p)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // FP a pointer to what was locked is not null
}

void pointer_that_was_tested(pthread_mutex_t *m, pthread_mutex_t *n) {
  pthread_mutex_t *p = m;
  if (!m || !n)
    return;
  pthread_mutex_lock(m);
  if (!pthread_mutex_trylock(n))
    p = n;
  if (p)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

// A round of a recursion more takes the lock once more; which argument leads to
// how many rounds is not known.
static void taken_on_the_way_back(pthread_mutex_t *m, int a) {
  if (a > 0) {
    taken_on_the_way_back(m, a - 1);
    pthread_mutex_lock(m);
  }
}

void one_round(pthread_mutex_t *m) {
  taken_on_the_way_back(m, 1);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // FP it is taken once
}

void no_round(pthread_mutex_t *m) {
  taken_on_the_way_back(m, 0);
  pthread_mutex_destroy(m); // TN
}

static void set_if_not_above(struct state *s, int x) {
again:
  if (s->flag < 1)
    s->flag = x;
  if (ask())
    goto again;
}

void tested_in_a_loop(struct state *s, pthread_mutex_t *m, int x) {
  pthread_mutex_lock(m);
  s->flag = 1;
  set_if_not_above(s, x);
  if (s->flag)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // FP the flag is 1, so the loop does not set it
}

void set_where_the_loop_runs(pthread_mutex_t *m, int a, int b) {
  int x = 0;
  for (int i = 0; i < b; ++i) {
  again:
    if (ask())
      goto again;
    pthread_mutex_lock(m);
    for (int k = 0; k < b; ++k)
      x = a;
    if (x == a)
      pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // FP in a round of the outer loop the inner one runs
}
