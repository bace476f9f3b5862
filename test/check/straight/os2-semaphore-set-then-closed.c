// RUN: %check %s
#include "os2.h"

void set(HSEM h) {
  DosSemSet(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: DosCloseSem returns ERROR_SEM_IS_SET (102) and the semaphore stays open
}

void requested(HSEM h) {
  DosSemRequest(h, SEM_INDEFINITE_WAIT);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: DosCloseSem returns ERROR_SEM_IS_SET (102) and the semaphore stays open
}

void created_and_set(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\TEST.SEM"))
    return;
  DosSemSet(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void cleared(HSEM h) {
  DosSemSet(h);
  DosSemClear(h);
  DosCloseSem(h); // TN
}

void released(HSEM h) {
  DosSemRequest(h, SEM_INDEFINITE_WAIT);
  DosSemClear(h);
  DosCloseSem(h); // TN
}

void only_waited(HSEM h) {
  DosSemWait(h, SEM_INDEFINITE_WAIT);
  DosCloseSem(h); // TN
}
