// RUN: %check %s
#include "os2.h"
#include <pthread.h>

void work(void);

// Every file can see it, so work() may release it.
pthread_mutex_t Visible;

void posix(void) {
  pthread_mutex_lock(&Visible);
  work();
  pthread_mutex_destroy(&Visible); // TN
}

void posix_no_call_between(void) {
  pthread_mutex_lock(&Visible);
  pthread_mutex_destroy(&Visible); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'Visible' while it is still set; potential ERROR_SEM_IS_SET (102)
}

HSEM VisibleSem;

void os2(void) {
  DosSemSet(VisibleSem);
  work();
  DosCloseSem(VisibleSem); // TN
}

void os2_no_call_between(void) {
  DosSemSet(VisibleSem);
  DosCloseSem(VisibleSem); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'VisibleSem' while it is still set; potential ERROR_SEM_IS_SET (102)
}
