// RUN: %check %s
#include "os2.h"
#include <pthread.h>

enum kind { Read, Write, Other };

void posix(pthread_rwlock_t *l, enum kind k) {
  pthread_rwlock_wrlock(l);
  switch (k) {
  case Read:
  case Write:
    pthread_rwlock_unlock(l);
    break;
  default:
    break;
  }
  pthread_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'l' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void posix_no_default(pthread_rwlock_t *l, int k) {
  pthread_rwlock_wrlock(l);
  switch (k) {
  case 1:
    pthread_rwlock_unlock(l);
    break;
  case 2:
    pthread_rwlock_unlock(l);
    break;
  }
  pthread_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'l' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void posix_released(pthread_rwlock_t *l, enum kind k) {
  pthread_rwlock_wrlock(l);
  switch (k) {
  case Read:
  case Write:
    pthread_rwlock_unlock(l);
    break;
  default:
    pthread_rwlock_unlock(l);
    break;
  }
  pthread_rwlock_destroy(l); // TN
}

void os2(HSEM h, int k) {
  DosSemSet(h);
  switch (k) {
  case 0:
    DosSemClear(h);
    break;
  default:
    break;
  }
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void os2_only_one_case_arrives(HSEM h, int k) {
  DosSemSet(h);
  switch (k) {
  case 0:
    DosSemClear(h);
    break;
  default:
    return;
  }
  DosCloseSem(h); // TN
}
