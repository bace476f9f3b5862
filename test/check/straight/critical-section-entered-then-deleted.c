// RUN: %check %s
#include "win32.h"

void inside(LPCRITICAL_SECTION cs) {
  EnterCriticalSection(cs);
  DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: DeleteCriticalSection on an owned section leaves the threads that wait for it in an undefined state
}

void created_and_inside(void) {
  CRITICAL_SECTION cs;
  InitializeCriticalSection(&cs);
  EnterCriticalSection(&cs);
  DeleteCriticalSection(&cs); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: semaphore created here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: DeleteCriticalSection on an owned section leaves the threads that wait for it in an undefined state
}

void left(LPCRITICAL_SECTION cs) {
  EnterCriticalSection(cs);
  LeaveCriticalSection(cs);
  DeleteCriticalSection(cs); // TN
}
