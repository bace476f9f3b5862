// RUN: %check %s
#include "os2.h"

void start_worker(void);

static HSEM done;

// The worker clears it: this is how OS/2 programs wait for a thread.
void wait_for_worker(void) {
  DosSemSet(done);
  start_worker();
  if (DosSemWait(done, SEM_INDEFINITE_WAIT) == NO_ERROR)
    DosCloseSem(done); // TN
}

void wait_for_worker_unchecked(void) {
  DosSemSet(done);
  start_worker();
  DosSemWait(done, SEM_INDEFINITE_WAIT);
  DosCloseSem(done); // TN
}

// It did not clear it in time.
void worker_was_late(HSEM h) {
  DosSemSet(h);
  if (DosSemWait(h, 1000L) == ERROR_SEM_TIMEOUT)
    DosCloseSem(h); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
