// RUN: %check %s
#include "win32.h"

void work(void);
int ask(int);

void counted(LPCRITICAL_SECTION cs, int c) {
  int depth = 0;
  if (c) {
    EnterCriticalSection(cs);
    depth++;
  }
  work();
  if (depth > 0) {
    LeaveCriticalSection(cs);
    depth--;
  }
  DeleteCriticalSection(cs); // TN
}

void counted_not_left(LPCRITICAL_SECTION cs, int c) {
  int depth = 0;
  if (c) {
    EnterCriticalSection(cs);
    depth++;
  }
  work();
  if (depth > 1)
    LeaveCriticalSection(cs);
  DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'cs' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void drained(LPCRITICAL_SECTION cs) {
  int depth = 0;
  while (ask(depth)) {
    EnterCriticalSection(cs);
    depth++;
  }
  while (depth-- > 0)
    LeaveCriticalSection(cs);
  DeleteCriticalSection(cs); // TN
}
