// RUN: %check %s
#include "os2.h"
#include <pthread.h>

struct conn {
  pthread_mutex_t lock;
  pthread_mutex_t *shared;
  pthread_mutex_t stripes[4];
};

void spellings(struct conn *c, struct conn d, int i) {
  pthread_mutex_lock(&c->lock);
  pthread_mutex_destroy(&c->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'c->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  pthread_mutex_lock(c->shared);
  pthread_mutex_destroy(c->shared); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'c->shared' while it is still set; potential ERROR_SEM_IS_SET (102)
  pthread_mutex_lock(&c->stripes[i]);
  pthread_mutex_destroy(&c->stripes[i]); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'c->stripes[i]' while it is still set; potential ERROR_SEM_IS_SET (102)
  pthread_mutex_lock(c->stripes + 1);
  pthread_mutex_destroy(c->stripes + 1); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'c->stripes + 1' while it is still set; potential ERROR_SEM_IS_SET (102)
  pthread_mutex_lock(&d.lock);
  pthread_mutex_destroy(&d.lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'd.lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void casts(void *p, long n) {
  DosSemSet((HSEM)n);
  DosCloseSem((HSEM)n); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'n' while it is still set; potential ERROR_SEM_IS_SET (102)
  pthread_mutex_lock((pthread_mutex_t *)p);
  pthread_mutex_destroy((pthread_mutex_t *)p); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'p' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void percent_signs_are_harmless(HSEM *v, int a, int b) {
  DosSemSet(v[a % b]);
  DosCloseSem(v[a % b]); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'v[a % b]' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void released(struct conn *c) {
  pthread_mutex_lock(&c->lock);
  pthread_mutex_unlock(&c->lock);
  pthread_mutex_destroy(&c->lock); // TN
}
