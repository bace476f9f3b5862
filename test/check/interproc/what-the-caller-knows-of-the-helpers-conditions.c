// RUN: %check %s
#include "os2.h"

struct state {
  int mode;
};

static void by_field(HSEM h, struct state *s) {
  int keep = s->mode == 2 ? 1 : 0;
  DosSemSet(h);
  if (!keep)
    DosSemClear(h);
}

void field_is_known(HSEM h, struct state *s) {
  s->mode = 0;
  by_field(h, s);
  DosCloseSem(h); // TN
}

void field_keeps_it(HSEM h, struct state *s) {
  s->mode = 2;
  by_field(h, s);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void field_is_not_known(HSEM h, struct state *s) {
  by_field(h, s);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

static void by_bit(HSEM h, int flags) {
  if (!((flags & 1) || flags < 2))
    DosSemSet(h);
}

void bit_is_known(HSEM h) {
  by_bit(h, 1);
  DosCloseSem(h); // TN
}

void other_bits(HSEM h) {
  by_bit(h, 6);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// A helper without locks that has two ways to its end.
static int prepare(int skip, struct state *s) {
  if (skip)
    goto out;
  s->mode = 1;
out:
  return 0;
}

void prepared(HSEM h, struct state *s) {
  DosSemSet(h);
  prepare(0, s);
  if (s->mode)
    DosSemClear(h);
  DosCloseSem(h); // TN
}

void not_prepared(HSEM h, struct state *s) {
  DosSemSet(h);
  prepare(1, s);
  if (s->mode)
    DosSemClear(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// Of a helper with four ways, what the caller knows leaves two.
int ask(void);
static int answer(int n, struct state *s) {
  if (s->mode)
    ask();
  if (n == 2)
    return 1;
  return 0;
}

void answer_is_known(HSEM h, struct state *s) {
  DosSemSet(h);
  if (answer(0, s) == 0)
    DosSemClear(h);
  DosCloseSem(h); // TN
}

void other_answer_is_known(HSEM h, struct state *s) {
  DosSemSet(h);
  if (answer(2, s) == 0)
    DosSemClear(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
