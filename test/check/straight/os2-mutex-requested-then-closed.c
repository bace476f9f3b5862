// RUN: %check %s
#include "os2.h"

void requested(HMTX h) {
  DosRequestMutexSem(h, SEM_INDEFINITE_WAIT);
  DosCloseMutexSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: DosCloseMutexSem returns ERROR_SEM_BUSY (301) and the semaphore stays open
}

void released(HMTX h) {
  DosRequestMutexSem(h, SEM_INDEFINITE_WAIT);
  DosReleaseMutexSem(h);
  DosCloseMutexSem(h); // TN
}

void event_waited_for(void) {
  HEV e;
  DosCreateEventSem(0, &e, 0, FALSE);
  DosWaitEventSem(e, SEM_INDEFINITE_WAIT);
  DosCloseEventSem(e); // TN
}
