// RUN: %check %s
#include "os2.h"
#include <pthread.h>

int next(void);

void posix(pthread_mutex_t *m) {
  int n;
  while ((n = next()) >= 0) {
    pthread_mutex_lock(m);
    if (n == 7)
      break;
    pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void posix_released(pthread_mutex_t *m) {
  int n;
  while ((n = next()) >= 0) {
    pthread_mutex_lock(m);
    if (n == 7) {
      pthread_mutex_unlock(m);
      break;
    }
    pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // TN
}

void os2_for_ever(HSEM h) {
  for (;;) {
    DosSemSet(h);
    if (next() == 0)
      break;
    DosSemClear(h);
  }
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void os2_for_ever_cleared(HSEM h) {
  for (;;) {
    DosSemSet(h);
    if (next() == 0)
      break;
    DosSemClear(h);
  }
  DosSemClear(h);
  DosCloseSem(h); // TN
}
