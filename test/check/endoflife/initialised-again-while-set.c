// RUN: %check %s
#include "win32.h"
#include <pthread.h>
#include <semaphore.h>
#include <threads.h>

struct pool {
  pthread_mutex_t lock;
  int n;
};

void reset(struct pool *p) {
  pthread_mutex_lock(&p->lock);
  p->n = 0;
  pthread_mutex_init(&p->lock, NULL); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: re-initialising semaphore 'p->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: set here{{$}}
}

void reset_released(struct pool *p) {
  pthread_mutex_lock(&p->lock);
  p->n = 0;
  pthread_mutex_unlock(&p->lock);
  pthread_mutex_init(&p->lock, NULL); // TN
}

void c11(mtx_t *m) {
  mtx_lock(m);
  mtx_init(m, mtx_plain); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: re-initialising semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void section(LPCRITICAL_SECTION cs) {
  EnterCriticalSection(cs);
  InitializeCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: re-initialising semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void section_left(LPCRITICAL_SECTION cs) {
  EnterCriticalSection(cs);
  LeaveCriticalSection(cs);
  InitializeCriticalSection(cs); // TN
}

void permits(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_wait(&s);
  sem_init(&s, 0, 1); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: re-initialising semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
  sem_destroy(&s); // TN
}

// In a child process the state of the lock is meaningless: starting anew is
// the usual way out. The check does not know that this is a child.
void first_time(pthread_mutex_t *m) {
  pthread_mutex_init(m, NULL); // TN
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
}
