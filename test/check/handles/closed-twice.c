// RUN: %check %s
#include "os2.h"
#include <pthread.h>

// Cleared between: the second close is of a handle that is gone, which is
// another mistake.
void cleared(HSEM h) {
  DosSemSet(h);
  DosSemClear(h);
  DosCloseSem(h); // TN
  DosCloseSem(h); // TN
}

void released_late(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
