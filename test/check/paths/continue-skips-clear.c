// RUN: %check %s
#include "os2.h"
#include <pthread.h>

int next(void);
void work(int);

// One round leaves the semaphore set, and it may be the last one.
void os2(HSEM h, int rounds) {
  int i;
  for (i = 0; i < rounds; i++) {
    int n = next();
    DosSemSet(h);
    if (n < 0)
      continue;
    work(n);
    DosSemClear(h);
  }
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void os2_cleared(HSEM h, int rounds) {
  int i;
  for (i = 0; i < rounds; i++) {
    int n = next();
    if (n < 0)
      continue;
    DosSemSet(h);
    work(n);
    DosSemClear(h);
  }
  DosCloseSem(h); // TN
}

void posix(pthread_mutex_t *m, int rounds) {
  int i = 0;
  while (i++ < rounds) {
    pthread_mutex_lock(m);
    if (next() < 0)
      continue;
    pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void posix_do(pthread_mutex_t *m) {
  int n;
  do {
    n = next();
    if (n == 3)
      continue;
    pthread_mutex_lock(m);
    work(n);
    pthread_mutex_unlock(m);
  } while (n > 0);
  pthread_mutex_destroy(m); // TN
}

void posix_do_while_negative(pthread_mutex_t *m) {
  int n;
  do {
    n = next();
    pthread_mutex_lock(m);
    if (n == -3)
      continue;
    pthread_mutex_unlock(m);
  } while (n > 0);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
