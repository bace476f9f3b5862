// RUN: %check %s
#include "os2.h"
#include <pthread.h>
#include <stdint.h>

void through_integer(pthread_mutex_t *m) {
  uintptr_t n = (uintptr_t)m;
  pthread_mutex_lock(m);
  pthread_mutex_unlock((pthread_mutex_t *)n);
  pthread_mutex_destroy(m); // TN
}

void through_void(pthread_mutex_t *m) {
  void *p = m;
  pthread_mutex_lock(p);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(p); // TN
}

void through_void_held(pthread_mutex_t *m) {
  void *p = m;
  pthread_mutex_lock(p);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// Programs for OS/2 keep handles in numbers.
void handle_in_number(HSEM h) {
  unsigned long n = (unsigned long)h;
  DosSemSet(h);
  DosSemClear((HSEM)n);
  DosCloseSem(h); // TN
}

void handle_in_number_held(HSEM h) {
  unsigned long n = (unsigned long)h;
  DosSemSet((HSEM)n);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void masked_number(unsigned long n) {
  DosSemSet((HSEM)(n & ~1UL));
  DosCloseSem((HSEM)n); // TN
}
