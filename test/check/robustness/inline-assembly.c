// RUN: %check %s
#include <pthread.h>

void work(void);

int jumps(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  __asm__ goto("" : : : : failed);
  pthread_mutex_unlock(m);
  return pthread_mutex_destroy(m); // TN
failed:
  return pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

int jumps_released(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  __asm__ goto("" : : : : failed);
failed:
  pthread_mutex_unlock(m);
  return pthread_mutex_destroy(m); // TN
}

__asm__(".text");

void outputs(pthread_mutex_t *m) {
  int rc;
  __asm__ volatile("xor %0, %0" : "=r"(rc) : : "cc");
  if (rc)
    pthread_mutex_lock(m);
  work();
  if (rc)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
