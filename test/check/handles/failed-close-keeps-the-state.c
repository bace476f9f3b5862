// RUN: %check %s
#include "os2.h"
#include <errno.h>
#include <pthread.h>

void log_failure(int);

// The close failed, so the semaphore is as it was; after the clear it is fine.
void os2(HSEM h) {
  USHORT rc;
  DosSemSet(h);
  rc = DosCloseSem(h); // TN
  if (rc != NO_ERROR) {
    log_failure(rc);
    DosSemClear(h);
    DosCloseSem(h); // TN
  }
}

// Closed while clear, so set-ness is not asked for again.
void closed_and_gone(HSEM h) {
  DosSemSet(h);
  DosSemClear(h);
  if (DosCloseSem(h) == NO_ERROR) // TN
    return;
  DosCloseSem(h); // TN
}

void failure_logged_only(HSEM h) {
  USHORT rc;
  DosSemSet(h);
  rc = DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  if (rc != NO_ERROR)
    log_failure(rc);
}

void posix(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (pthread_mutex_destroy(m) != 0) { // TN
    pthread_mutex_unlock(m);
    pthread_mutex_destroy(m); // TN
  }
}
