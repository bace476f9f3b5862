// RUN: %check %s
#include "os2.h"

void start_worker(HSEM h);
void start_all(void);

void handed_to_worker(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PUBLIC, &h, "\\SEM\\WORK"))
    return;
  DosSemSet(h);
  start_worker(h);
  DosSemWait(h, SEM_INDEFINITE_WAIT);
  DosCloseSem(h); // TN
}

void not_handed(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\WORK"))
    return;
  DosSemSet(h);
  start_all();
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// Set and waited for in one call: success means that it was cleared.
void set_and_wait(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PUBLIC, &h, "\\SEM\\WORK"))
    return;
  start_worker(h);
  if (DosSemSetWait(h, SEM_INDEFINITE_WAIT) == NO_ERROR)
    DosCloseSem(h); // TN
}
