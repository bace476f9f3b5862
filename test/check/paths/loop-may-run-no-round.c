// RUN: %check %s
#include "os2.h"
#include <pthread.h>

int more(void);

// The clear stands in a loop that may not run.
void posix(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  while (more()) {
    pthread_mutex_unlock(m);
    break;
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void posix_do(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  do {
    pthread_mutex_unlock(m);
    break;
  } while (more());
  pthread_mutex_destroy(m); // TN
}

void os2(HSEM h, int n) {
  int i;
  DosSemSet(h);
  for (i = 0; i < n; i++)
    DosSemClear(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// This one always runs.
void os2_counted(HSEM h) {
  int i;
  DosSemSet(h);
  for (i = 0; i < 3; i++)
    DosSemClear(h);
  DosCloseSem(h); // TN
}
