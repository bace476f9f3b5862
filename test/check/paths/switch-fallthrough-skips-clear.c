// RUN: %check %s
#include "os2.h"
#include <pthread.h>

void posix(pthread_mutex_t *m, int k) {
  switch (k) {
  case 0:
    pthread_mutex_lock(m);
    /* fall through */
  case 1:
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
    break;
  case 2:
    pthread_mutex_destroy(m); // TN
    break;
  }
}

void posix_released(pthread_mutex_t *m, int k) {
  switch (k) {
  case 0:
    pthread_mutex_lock(m);
    pthread_mutex_unlock(m);
    /* fall through */
  case 1:
    pthread_mutex_destroy(m); // TN
    break;
  }
}

void os2(HSEM h, int k) {
  switch (k) {
  case 0:
    DosSemSet(h);
    break;
  case 1:
    DosSemSet(h);
    /* fall through */
  default:
    DosSemClear(h);
  }
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void os2_falls_into_clear(HSEM h, int k) {
  switch (k) {
  case 0:
    DosSemSet(h);
    /* fall through */
  case 1:
    DosSemClear(h);
    break;
  }
  DosCloseSem(h); // TN
}
