// RUN: %check %s
#include "os2.h"

// DosSemSetWait sets the semaphore and waits for somebody to clear it. If it
// succeeds, somebody did; if it fails, the semaphore is still set.
USHORT timed_out(HSEM h) {
  USHORT rc = DosSemSetWait(h, 1000L);
  if (rc == ERROR_SEM_TIMEOUT)
    return DosCloseSem(h); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  return DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

USHORT timed_out_and_cleared(HSEM h) {
  USHORT rc = DosSemSetWait(h, 1000L);
  if (rc != NO_ERROR)
    DosSemClear(h);
  return DosCloseSem(h); // TN
}

USHORT somebody_cleared_it(HSEM h) {
  if (DosSemSetWait(h, 1000L) == NO_ERROR)
    return DosCloseSem(h); // TN
  return ERROR_SEM_TIMEOUT;
}

// Set before, but cleared by whoever let the call return.
USHORT set_before(HSEM h) {
  DosSemSet(h);
  if (DosSemSetWait(h, 1000L) != NO_ERROR)
    return ERROR_SEM_TIMEOUT;
  return DosCloseSem(h); // TN
}
