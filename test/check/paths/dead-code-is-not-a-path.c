// RUN: %check %s
#include "os2.h"
#include <pthread.h>

#define TRACE 0

void posix(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (0)
    pthread_mutex_destroy(m); // TN
  if (1)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void posix_constant(pthread_mutex_t *m) {
  const int on = 1;
  pthread_mutex_lock(m);
  if (on)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void os2(HSEM h) {
  DosSemSet(h);
  if (TRACE)
    DosSemClear(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void os2_after_return(HSEM h) {
  DosSemSet(h);
  return;
  DosCloseSem(h); // TN
}
