// RUN: %check %s
#include "win32.h"

int ask(void);

// What is counted down to 0 is not below it.
void down_to_zero(LPCRITICAL_SECTION m, int n) {
  if (n < 0)
    return;
  EnterCriticalSection(m);
  while (n > 0)
    n--;
  if (n == 0)
    LeaveCriticalSection(m);
  DeleteCriticalSection(m); // TN
}

void down_to_one(LPCRITICAL_SECTION m, int n) {
  if (n < 0)
    return;
  EnterCriticalSection(m);
  while (n > 1)
    n--;
  if (n == 0)
    LeaveCriticalSection(m);
  DeleteCriticalSection(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// It may be below 0 before.
void down_from_anywhere(LPCRITICAL_SECTION m, int n) {
  EnterCriticalSection(m);
  while (n > 0)
    n--;
  if (n == 0)
    LeaveCriticalSection(m);
  DeleteCriticalSection(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void counted_up_before(LPCRITICAL_SECTION m, int a) {
  int held = 0;
  for (int i = 0; i < a; ++i)
    held++;
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

// A number less one that is above 0 is above 1.
void less_one(LPCRITICAL_SECTION m, int n) {
  EnterCriticalSection(m);
  int less = n - 1;
  if (less > 0 || n < 2)
    LeaveCriticalSection(m);
  DeleteCriticalSection(m); // TN
}

void less_two(LPCRITICAL_SECTION m, int n) {
  EnterCriticalSection(m);
  int less = n - 2;
  if (less > 0 || n < 2)
    LeaveCriticalSection(m);
  DeleteCriticalSection(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// An unsigned number may wrap.
void unsigned_less_one(LPCRITICAL_SECTION m, unsigned n) {
  EnterCriticalSection(m);
  unsigned less = n - 1;
  if (less > 5)
    if (n != 0)
      LeaveCriticalSection(m);
  if (less <= 5)
    LeaveCriticalSection(m);
  DeleteCriticalSection(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
