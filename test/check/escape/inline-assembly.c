// RUN: %check %s
#include <pthread.h>

void unknown_assembly(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  __asm__ volatile("" : : "r"(m) : "memory");
  pthread_mutex_destroy(m); // TN
}

void unrelated_assembly(pthread_mutex_t *m) {
  int n = 3;
  pthread_mutex_lock(m);
  __asm__("" : "+r"(n));
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
