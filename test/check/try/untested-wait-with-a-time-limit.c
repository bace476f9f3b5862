// RUN: %check %s
#include "os2.h"
#include "win32.h"

// A wait with a time limit may end without the semaphore.
void limited(HSEM h) {
  DosSemRequest(h, 500);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void at_once(HSEM h) {
  USHORT rc = DosSemRequest(h, SEM_IMMEDIATE_RETURN);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
  (void)rc;
}

void unlimited(HSEM h) {
  DosSemRequest(h, SEM_INDEFINITE_WAIT);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void limited_and_cleared(HSEM h) {
  DosSemRequest(h, 500);
  DosSemClear(h);
  DosCloseSem(h); // TN
}

void win32_limited(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, 100);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void win32_unlimited(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
