// RUN: %check %s
#include "os2.h"

// The timer clears the semaphore when it runs out.
void waits_for_timer(void) {
  HSYSSEM h;
  USHORT timer;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\TIMER"))
    return;
  DosSemSet(h);
  DosTimerAsync(500, h, &timer);
  DosCloseSem(h); // TN
}

void no_timer(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\TIMER"))
    return;
  DosSemSet(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
