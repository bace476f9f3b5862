// RUN: %check %s
#include "os2.h"
#include <pthread.h>

void other_one_released(pthread_mutex_t *a, pthread_mutex_t *b) {
  pthread_mutex_lock(a);
  pthread_mutex_lock(b);
  pthread_mutex_unlock(b);
  pthread_mutex_destroy(b); // TN
  pthread_mutex_destroy(a); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'a' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void locals(void) {
  pthread_mutex_t a, b;
  pthread_mutex_init(&a, NULL);
  pthread_mutex_init(&b, NULL);
  pthread_mutex_lock(&a);
  pthread_mutex_lock(&b);
  pthread_mutex_unlock(&b);
  pthread_mutex_destroy(&b); // TN
  pthread_mutex_destroy(&a); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'a' while it is still set; potential ERROR_SEM_IS_SET (102)
}

struct pair {
  pthread_mutex_t first, second;
};

void fields(struct pair *p) {
  pthread_mutex_lock(&p->first);
  pthread_mutex_lock(&p->second);
  pthread_mutex_unlock(&p->second);
  pthread_mutex_destroy(&p->second); // TN
  pthread_mutex_destroy(&p->first); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'p->first' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void handles(void) {
  HSYSSEM a, b;
  if (DosCreateSem(CSEM_PRIVATE, &a, "\\SEM\\A"))
    return;
  if (DosCreateSem(CSEM_PRIVATE, &b, "\\SEM\\B")) {
    DosCloseSem(a); // TN
    return;
  }
  DosSemSet(a);
  DosSemSet(b);
  DosSemClear(b);
  DosCloseSem(b); // TN
  DosCloseSem(a); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'a' while it is still set; potential ERROR_SEM_IS_SET (102)
}
