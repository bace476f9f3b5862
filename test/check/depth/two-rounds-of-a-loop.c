// RUN: %check %s
#include "win32.h"

// A lock that its owner can take again: rounds of a loop that takes it are told apart,
// up to three, if no loop gives it back.

int ask(void);

void taken_in_a_loop(LPCRITICAL_SECTION n, int b) {
  for (int i = 0; i < b; i++)
    EnterCriticalSection(n);
  LeaveCriticalSection(n);
  DeleteCriticalSection(n); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'n' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void given_back_in_a_loop(LPCRITICAL_SECTION n, int b) {
  for (int i = 0; i < b; i++)
    EnterCriticalSection(n);
  for (int i = 0; i < b; i++)
    LeaveCriticalSection(n);
  DeleteCriticalSection(n); // TN
}

// The two loops are inside of a third.
void again_and_again(LPCRITICAL_SECTION n, int b) {
  while (ask()) {
    for (int i = 0; i < b; i++)
      EnterCriticalSection(n);
    for (int i = 0; i < b; i++)
      LeaveCriticalSection(n);
  }
  DeleteCriticalSection(n); // TN
}

static void take(LPCRITICAL_SECTION n, int b) {
  while (b--)
    EnterCriticalSection(n);
}

static void give_back(LPCRITICAL_SECTION n, int b) {
  while (b--)
    LeaveCriticalSection(n);
}

void given_back_by_a_helper(LPCRITICAL_SECTION n, int b) {
  for (int i = 0; i < b; i++)
    EnterCriticalSection(n);
  give_back(n, b);
  DeleteCriticalSection(n); // TN
}

void taken_by_a_helper(LPCRITICAL_SECTION n, int b) {
  take(n, b);
  LeaveCriticalSection(n);
  DeleteCriticalSection(n); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'n' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void left_early(LPCRITICAL_SECTION n) {
  do {
    EnterCriticalSection(n);
    if (ask())
      continue;
    LeaveCriticalSection(n);
  } while (ask());
  DeleteCriticalSection(n); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'n' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void left_in_each_round(LPCRITICAL_SECTION n) {
  do {
    EnterCriticalSection(n);
    if (ask()) {
      LeaveCriticalSection(n);
      continue;
    }
    LeaveCriticalSection(n);
  } while (ask());
  DeleteCriticalSection(n); // TN
}

// What a round gives back, it does not count.

void given_back_in_the_same_round(LPCRITICAL_SECTION n, int b) {
  EnterCriticalSection(n);
  for (int i = 0; i < b; i++) {
    EnterCriticalSection(n);
    LeaveCriticalSection(n);
  }
  DeleteCriticalSection(n); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'n' while it is still set; potential ERROR_SEM_IS_SET (102)
}

static void use(LPCRITICAL_SECTION n, int b) {
  while (b--) {
    EnterCriticalSection(n);
    LeaveCriticalSection(n);
  }
}

void given_back_in_the_same_round_of_a_helper(LPCRITICAL_SECTION n, int b) {
  EnterCriticalSection(n);
  use(n, b);
  DeleteCriticalSection(n); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'n' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void all_given_back(LPCRITICAL_SECTION n, int b) {
  EnterCriticalSection(n);
  use(n, b);
  LeaveCriticalSection(n);
  DeleteCriticalSection(n); // TN
}

void one_of_two_given_back(LPCRITICAL_SECTION n) {
  do {
    EnterCriticalSection(n);
    EnterCriticalSection(n);
    LeaveCriticalSection(n);
  } while (ask());
  DeleteCriticalSection(n); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'n' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void taken_and_given_back_by_helpers(LPCRITICAL_SECTION n, int b) {
  take(n, b), give_back(n, b);
  DeleteCriticalSection(n); // TN
}

void given_back_where_it_is_taken_again(LPCRITICAL_SECTION n) {
  while (ask()) {
    LeaveCriticalSection(n);
    take(n, 2);
  }
  DeleteCriticalSection(n); // FN the path avoids the loop that clears it
}

// The loop that gives back comes before the one that takes.
void taken_after_it_was_given_back(LPCRITICAL_SECTION n, int b) {
  EnterCriticalSection(n);
  EnterCriticalSection(n);
  for (int i = 0; i < b; i++) {
    LeaveCriticalSection(n);
    EnterCriticalSection(n);
  }
  for (int i = 0; i < b; i++)
    EnterCriticalSection(n);
  DeleteCriticalSection(n); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'n' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void depth_in_a_variable(LPCRITICAL_SECTION n) {
  int depth = 0;
  while (ask()) {
    EnterCriticalSection(n);
    depth++;
  }
  if (depth > 0)
    LeaveCriticalSection(n);
  if (depth > 1)
    LeaveCriticalSection(n);
  DeleteCriticalSection(n); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'n' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void all_of_the_depth_in_a_variable(LPCRITICAL_SECTION n) {
  int depth = 0;
  while (ask() && depth < 2) {
    EnterCriticalSection(n);
    depth++;
  }
  if (depth > 0)
    LeaveCriticalSection(n);
  if (depth > 1)
    LeaveCriticalSection(n);
  DeleteCriticalSection(n); // TN
}

void taken_three_times(LPCRITICAL_SECTION n) {
  for (int i = 0; i < 3; i++)
    EnterCriticalSection(n);
  LeaveCriticalSection(n);
  LeaveCriticalSection(n);
  DeleteCriticalSection(n); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'n' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void given_back_three_times(LPCRITICAL_SECTION n) {
  for (int i = 0; i < 3; i++)
    EnterCriticalSection(n);
  LeaveCriticalSection(n);
  LeaveCriticalSection(n);
  LeaveCriticalSection(n);
  DeleteCriticalSection(n); // TN
}

// What is known of the bound is known in each round.
static void take_two_where_there_are_more(LPCRITICAL_SECTION n, int b) {
  for (int i = 0; i < b; i++) {
    EnterCriticalSection(n);
    if (b > 1)
      EnterCriticalSection(n);
    LeaveCriticalSection(n);
  }
}

void one_round_of_a_helper(LPCRITICAL_SECTION n) {
  take_two_where_there_are_more(n, 1);
  DeleteCriticalSection(n); // TN
}

void two_rounds_of_a_helper(LPCRITICAL_SECTION n) {
  take_two_where_there_are_more(n, 2);
  DeleteCriticalSection(n); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'n' while it is still set; potential ERROR_SEM_IS_SET (102)
}
