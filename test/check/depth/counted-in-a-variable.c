// RUN: %check %s
#include "win32.h"

// A variable beside a recursive lock counts how deep it is: only counted, up
// and down, it is not below 0 where a function is entered.

static CRITICAL_SECTION Lock;
static int Depth;
static int Quitting;

void work(void);
int answer(void);

static void enter(void) {
  EnterCriticalSection(&Lock);
  ++Depth;
}

static void leave(void) {
  --Depth;
  LeaveCriticalSection(&Lock);
  if (Depth == 0 && Quitting)
    DeleteCriticalSection(&Lock);
}

void outer(void) {
  enter();
  enter();
  work();
  leave(); // TN
  leave(); // TN
}

int depth(void) { return Depth; }

// One level too early.

static CRITICAL_SECTION Early;
static int EarlyDepth;

static void enter_early(void) {
  EnterCriticalSection(&Early);
  EarlyDepth++;
}

static void leave_early(void) {
  EarlyDepth--;
  LeaveCriticalSection(&Early);
  if (EarlyDepth == 1 && Quitting)
    DeleteCriticalSection(&Early);
}

void outer_early(void) {
  enter_early();
  enter_early();
  work();
  leave_early(); // TP
  leave_early();
}

// Another value comes from elsewhere, so it may be below 0.

static CRITICAL_SECTION Other;
static int OtherDepth;

void set_other(void) { OtherDepth = answer(); }

static void enter_other(void) {
  EnterCriticalSection(&Other);
  ++OtherDepth;
}

static void leave_other(void) {
  --OtherDepth;
  LeaveCriticalSection(&Other);
  if (OtherDepth == 0 && Quitting)
    DeleteCriticalSection(&Other);
}

void outer_other(void) {
  enter_other();
  enter_other();
  work();
  leave_other(); // TP
  leave_other();
}

// Given away by its address.

static CRITICAL_SECTION Shared;
static int SharedDepth;
int *shared_depth(void) { return &SharedDepth; }

void nested_shared(void) {
  EnterCriticalSection(&Shared);
  SharedDepth++;
  EnterCriticalSection(&Shared);
  SharedDepth++;
  LeaveCriticalSection(&Shared);
  if (--SharedDepth == 0)
    DeleteCriticalSection(&Shared); // TP
  LeaveCriticalSection(&Shared);
  --SharedDepth;
}

// A depth in a structure, which unseen code may have counted.

struct recursive {
  CRITICAL_SECTION lock;
  int depth;
  int owner;
};
void use(struct recursive *r);
int self(void);

static void enter_own(struct recursive *r) {
  if (r->owner != self()) {
    EnterCriticalSection(&r->lock);
    r->owner = self();
  }
  ++r->depth;
}

static void leave_own(struct recursive *r) {
  if (--r->depth == 0) {
    r->owner = 0;
    LeaveCriticalSection(&r->lock);
  }
}

void own(struct recursive *r) {
  use(r);
  enter_own(r);
  leave_own(r);
  DeleteCriticalSection(&r->lock); // TN
}

void own_from_the_start(struct recursive *r) {
  r->depth = 0;
  r->owner = 0;
  enter_own(r);
  leave_own(r);
  DeleteCriticalSection(&r->lock); // TN
}
