// RUN: %check %s
#include "win32.h"

// A lock that its owner can take again: two rounds of a loop that takes it are told
// from one, if no loop gives it back.

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
  DeleteCriticalSection(n); // FN a third round is not told from the second
}
