// RUN: %check %s
#include "win32.h"

// What a round of the second loop takes, it gives back: that leaves what the first
// loop took. Where it may give back more, it is not known how the rounds relate.

int ask(void);

void what_it_took(LPCRITICAL_SECTION m, int a, int b) {
  for (int i = 0; i < a; ++i)
    EnterCriticalSection(m);
  for (int i = 0; i < b; ++i) {
    EnterCriticalSection(m);
    LeaveCriticalSection(m);
  }
  DeleteCriticalSection(m); // TP
}

void one_more(LPCRITICAL_SECTION m, int a) {
  for (int i = 0; i < a; ++i)
    EnterCriticalSection(m);
  for (int i = 0; i < a; ++i) {
    EnterCriticalSection(m);
    LeaveCriticalSection(m);
    LeaveCriticalSection(m);
  }
  DeleteCriticalSection(m); // TN
}

void in_some_rounds(LPCRITICAL_SECTION m, int a, int b) {
  for (int i = 0; i < a; ++i)
    EnterCriticalSection(m);
  for (int i = 0; i < b; ++i) {
    int c = ask();
    if (c)
      EnterCriticalSection(m);
    ask();
    if (c)
      LeaveCriticalSection(m);
  }
  DeleteCriticalSection(m); // TP
}

void by_a_try(LPCRITICAL_SECTION m, int a, int b) {
  for (int i = 0; i < a; ++i)
    EnterCriticalSection(m);
  for (int i = 0; i < b; ++i)
    if (TryEnterCriticalSection(m))
      LeaveCriticalSection(m);
  DeleteCriticalSection(m); // TP
}

void whether_the_try_failed_or_not(LPCRITICAL_SECTION m, int a) {
  for (int i = 0; i < a; ++i)
    EnterCriticalSection(m);
  for (int i = 0; i < a; ++i) {
    TryEnterCriticalSection(m);
    LeaveCriticalSection(m);
  }
  DeleteCriticalSection(m); // TN
}

// And what all took is given back one by one.
void and_a_third_loop(LPCRITICAL_SECTION m, int a, int b) {
  for (int i = 0; i < a; ++i)
    EnterCriticalSection(m);
  for (int i = 0; i < b; ++i) {
    EnterCriticalSection(m);
    LeaveCriticalSection(m);
  }
  for (int i = 0; i < a; ++i)
    LeaveCriticalSection(m);
  DeleteCriticalSection(m); // TN
}

void with_a_loop_in_between(LPCRITICAL_SECTION m, int a, int b) {
  for (int i = 0; i < a; ++i)
    EnterCriticalSection(m);
  for (int i = 0; i < b; ++i) {
    EnterCriticalSection(m);
    while (ask())
      LeaveCriticalSection(m);
  }
  DeleteCriticalSection(m); // TP
}

// One loop, of a helper that is called in two states.
static void takes_two_and_gives_one(LPCRITICAL_SECTION m, int n) {
  for (int i = 0; i < n; ++i) {
    EnterCriticalSection(m);
    EnterCriticalSection(m);
    LeaveCriticalSection(m);
  }
}

void in_two_states(LPCRITICAL_SECTION m, int c) {
  EnterCriticalSection(m);
  if (c)
    EnterCriticalSection(m);
  takes_two_and_gives_one(m, 0);
  DeleteCriticalSection(m); // TP
}

static void takes(LPCRITICAL_SECTION m, int n) {
  for (int i = 0; i < n; ++i)
    EnterCriticalSection(m);
}

static void gives(LPCRITICAL_SECTION m, int n) {
  for (int i = 0; i < n; ++i)
    LeaveCriticalSection(m);
}

void by_two_helpers(LPCRITICAL_SECTION m, int c, int n) {
  EnterCriticalSection(m);
  if (c)
    EnterCriticalSection(m);
  takes(m, n);
  gives(m, n);
  LeaveCriticalSection(m);
  if (c)
    LeaveCriticalSection(m);
  DeleteCriticalSection(m); // TN
}

static void takes_and_gives(LPCRITICAL_SECTION m, int n) {
  takes(m, n);
  gives(m, n);
}

void by_one_helper(LPCRITICAL_SECTION m, int c, int n) {
  EnterCriticalSection(m);
  if (c)
    EnterCriticalSection(m);
  takes_and_gives(m, n);
  LeaveCriticalSection(m);
  if (c)
    LeaveCriticalSection(m);
  DeleteCriticalSection(m); // TN
}

// The same call, in each round of a loop.
static void takes_or_gives(LPCRITICAL_SECTION m, int takes, int n) {
  if (takes)
    for (int i = 0; i < n; ++i)
      EnterCriticalSection(m);
  else
    for (int i = 0; i < n; ++i)
      LeaveCriticalSection(m);
}

void by_one_call_in_a_loop(LPCRITICAL_SECTION m, int n) {
  EnterCriticalSection(m);
  for (int j = 1; j >= 0; --j)
    takes_or_gives(m, j, n);
  LeaveCriticalSection(m);
  DeleteCriticalSection(m); // TN
}

void work(void);

void with_a_loop_that_leaves_it(LPCRITICAL_SECTION m, int a, int b) {
  for (int i = 0; i < a; ++i)
    EnterCriticalSection(m);
  for (int i = 0; i < b; ++i) {
    EnterCriticalSection(m);
    while (ask())
      work();
    LeaveCriticalSection(m);
  }
  DeleteCriticalSection(m); // TP
}

void with_a_loop_that_gives_back_all(LPCRITICAL_SECTION m, int a) {
  int held = 0;
  for (int i = 0; i < a; ++i) {
    EnterCriticalSection(m);
    held++;
  }
  do {
    EnterCriticalSection(m);
    held++;
    while (held > 0) {
      LeaveCriticalSection(m);
      held--;
    }
  } while (ask());
  DeleteCriticalSection(m); // TN
}

void with_a_loop_that_takes(LPCRITICAL_SECTION m, int a, int b) {
  for (int i = 0; i < a; ++i) {
    EnterCriticalSection(m);
    for (int k = 0; k < b; ++k)
      EnterCriticalSection(m);
  }
  for (int i = 0; i < a; ++i) {
    for (int k = 0; k < b; ++k)
      LeaveCriticalSection(m);
    LeaveCriticalSection(m);
  }
  DeleteCriticalSection(m); // TN
}
