// RUN: %check %s -- -fblocks
#include <pthread.h>

void run(void (^)(void));
void work(void);

void in_block(pthread_mutex_t *m) {
  run(^{
    pthread_mutex_lock(m);
    work();
    pthread_mutex_unlock(m);
    pthread_mutex_destroy(m); // TN
  });
}

// What the callee runs may release the lock that the block knows.
void released_by_block(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  run(^{
    pthread_mutex_unlock(m);
  });
  pthread_mutex_destroy(m); // TN
}

void block_knows_nothing(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  run(^{
    work();
  });
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void same_names(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  {
    pthread_mutex_t n, *m = &n;
    pthread_mutex_init(m, NULL);
    {
      pthread_mutex_destroy(m); // TN
    }
  }
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
