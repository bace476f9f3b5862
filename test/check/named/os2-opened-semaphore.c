// RUN: %check %s
#include "os2.h"

// Opened by name: its state is not known until this program sets it.
void opened(void) {
  HSEM h;
  if (DosOpenSem(&h, "\\SEM\\SPOOL"))
    return;
  DosCloseSem(h); // TN
}

void opened_and_requested(void) {
  HSEM h;
  if (DosOpenSem(&h, "\\SEM\\SPOOL"))
    return;
  if (DosSemRequest(h, SEM_INDEFINITE_WAIT))
    return;
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void opened_requested_and_cleared(void) {
  HSEM h;
  if (DosOpenSem(&h, "\\SEM\\SPOOL"))
    return;
  if (DosSemRequest(h, SEM_INDEFINITE_WAIT))
    return;
  DosSemClear(h);
  DosCloseSem(h); // TN
}

void mutex_opened_and_requested(void) {
  HMTX h;
  if (DosOpenMutexSem("\\SEM32\\SPOOL", &h))
    return;
  DosRequestMutexSem(h, SEM_INDEFINITE_WAIT);
  DosCloseMutexSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
