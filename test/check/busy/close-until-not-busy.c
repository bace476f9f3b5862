// RUN: %check %s
#include "os2.h"
#include <assert.h>
#include <errno.h>
#include <pthread.h>

void until_free(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  while (pthread_mutex_destroy(m) == EBUSY) // TN
    pthread_mutex_unlock(m);
}

void retry(HSEM h) {
  DosSemSet(h);
  if (DosCloseSem(h) == ERROR_SEM_IS_SET) { // TN
    DosSemClear(h);
    DosCloseSem(h); // TN
  }
}

void retry_in_variable(HSEM h) {
  USHORT rc;
  DosSemSet(h);
  rc = DosCloseSem(h); // TN
  if (rc == ERROR_SEM_IS_SET) {
    DosSemClear(h);
    rc = DosCloseSem(h); // TN
  }
}

void retry_mutex(HMTX h) {
  APIRET rc;
  DosRequestMutexSem(h, SEM_INDEFINITE_WAIT);
  rc = DosCloseMutexSem(h); // TN
  if (rc == ERROR_SEM_BUSY) {
    DosReleaseMutexSem(h);
    DosCloseMutexSem(h); // TN
  }
}

void switch_on_it(HSEM h) {
  DosSemSet(h);
  switch (DosCloseSem(h)) { // TN
  case NO_ERROR:
    break;
  case ERROR_SEM_IS_SET:
    DosSemClear(h);
    DosCloseSem(h); // TN
    break;
  }
}

// A test that provokes it.
void provoked(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  assert(pthread_mutex_destroy(m) == EBUSY); // TN
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

// Any failure makes it clear and try again.
void any_failure(HSEM h) {
  DosSemSet(h);
  if (DosCloseSem(h) != NO_ERROR) { // TN
    DosSemClear(h);
    DosCloseSem(h); // TN
  }
}

// Looking at the result is not reacting to it.
int only_returned(HSEM h) {
  DosSemSet(h);
  return DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void another_code(HSEM h) {
  DosSemSet(h);
  if (DosCloseSem(h) == ERROR_INVALID_HANDLE) // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
    return;
}

void closed_again_while_set(HSEM h) {
  USHORT rc;
  DosSemSet(h);
  rc = DosCloseSem(h); // TN
  if (rc == ERROR_SEM_IS_SET)
    DosCloseSem(h); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
