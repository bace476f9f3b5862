// RUN: %check %s
#include "os2.h"
#include <pthread.h>

void posix(pthread_mutex_t *m, int c) {
  if (c)
    pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void posix_in_both(pthread_mutex_t *m, int c) {
  if (c)
    pthread_mutex_lock(m);
  else
    pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void posix_released_in_the_arm(pthread_mutex_t *m, int c) {
  if (c) {
    pthread_mutex_lock(m);
    pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // TN
}

void os2(HSEM h, int c) {
  c ? DosSemSet(h) : 0;
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void os2_short_circuit(HSEM h, int c) {
  if (c > 0 && DosSemSet(h) == NO_ERROR)
    c = 0;
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void os2_short_circuit_cleared(HSEM h, int c) {
  if (c > 0 && DosSemSet(h) == NO_ERROR)
    DosSemClear(h);
  DosCloseSem(h); // TN
}
