// RUN: %check %s
#include "os2.h"
#include <pthread.h>

int ask(int);

struct state {
  int mode;
};

// The loop does not touch what relates the two conditions.
void related_before_the_loop(HSEM h, int b, int n, struct state *s) {
  if (b == 0)
    s->mode = 0;
  for (int i = 0; i < n; ++i)
    ask(i);
  if (!(b || s->mode <= 1))
    DosSemSet(h);
  DosCloseSem(h); // TN
}

void other_mode(HSEM h, int b, int n, struct state *s) {
  if (b == 0)
    s->mode = 3;
  for (int i = 0; i < n; ++i)
    ask(i);
  if (!(b || s->mode <= 1))
    DosSemSet(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// Both loops have a round, or none has.
void two_loops_over_one_bound(HSEM h, int b) {
  int any = 0;
  for (int i = 0; i < b; ++i)
    any = 1;
  for (int i = 0; i < b; ++i)
    DosSemSet(h);
  if (any)
    DosSemClear(h);
  DosCloseSem(h); // TN
}

void two_loops_over_two_bounds(HSEM h, int b, int c) {
  int any = 0;
  for (int i = 0; i < b; ++i)
    any = 1;
  for (int i = 0; i < c; ++i)
    DosSemSet(h);
  if (any)
    DosSemClear(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void bound_asked_after_the_loop(pthread_mutex_t *m, int b) {
  int any = 0;
  for (int i = 0; i < b; ++i)
    any = 2;
  if (any) {
    pthread_mutex_lock(m);
    if (b)
      return;
  }
  pthread_mutex_destroy(m); // TN
}

// Counts away from zero.
void counted_down(HSEM h) {
  int n = 0;
  DosSemSet(h);
  do {
    n = n - 1;
    if (n == 0) {
      DosCloseSem(h); // TN
      return;
    }
  } while (ask(n));
  DosSemClear(h);
}

void counted_down_to_zero(HSEM h, int n) {
  DosSemSet(h);
  do {
    n = n - 1;
    if (n == 0) {
      DosCloseSem(h); // TP
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
      return;
    }
  } while (ask(n));
  DosSemClear(h);
}
