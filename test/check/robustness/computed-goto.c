// RUN: %check %s
#include <pthread.h>

void run(pthread_mutex_t *m, const unsigned char *code) {
  static void *const labels[] = {&&lock, &&unlock, &&stop};
  goto *labels[*code++];
lock:
  pthread_mutex_lock(m);
  goto *labels[*code++];
unlock:
  pthread_mutex_unlock(m);
  goto *labels[*code++];
stop:
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void balanced(pthread_mutex_t *m, int k) {
  static void *const labels[] = {&&one, &&two};
  pthread_mutex_lock(m);
  goto *labels[k & 1];
one:
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
  return;
two:
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
