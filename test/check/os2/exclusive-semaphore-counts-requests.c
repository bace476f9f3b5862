// RUN: %check %s
#include "os2.h"

// An exclusive semaphore is clear when its owner has cleared it as often as
// it has requested it.
void once_too_few(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\EXCL"))
    return;
  DosSemRequest(h, SEM_INDEFINITE_WAIT);
  DosSemRequest(h, SEM_INDEFINITE_WAIT);
  DosSemClear(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void balanced(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\EXCL"))
    return;
  DosSemRequest(h, SEM_INDEFINITE_WAIT);
  DosSemRequest(h, SEM_INDEFINITE_WAIT);
  DosSemClear(h);
  DosSemClear(h);
  DosCloseSem(h); // TN
}

// A semaphore that anyone may clear does not count.
void shared(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PUBLIC, &h, "\\SEM\\SHARED"))
    return;
  DosSemSet(h);
  DosSemSet(h);
  DosSemClear(h);
  DosCloseSem(h); // TN
}

// Nothing says which of the two it is.
void unknown(HSEM h) {
  DosSemSet(h);
  DosSemSet(h);
  DosSemClear(h);
  DosCloseSem(h); // TN
}
