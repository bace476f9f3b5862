// RUN: %check %s
#include <pthread.h>

void keep(pthread_mutex_t *m);
void work(void);

// Whoever kept the address can release the lock later.
void kept(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  keep(&m);
  pthread_mutex_lock(&m);
  work();
  pthread_mutex_destroy(&m); // TN
}

void no_call_since(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  keep(&m);
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void not_kept(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  work();
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
