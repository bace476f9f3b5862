// RUN: %check %s
#include <pthread.h>

struct box {
  pthread_mutex_t lock;
  int value;
};

static void unlock(pthread_mutex_t **m) {
  pthread_mutex_unlock(*m);
}

#define SCOPED_LOCK(m)                                                         \
  __attribute__((cleanup(unlock))) pthread_mutex_t *scoped = (m);              \
  pthread_mutex_lock(scoped)

void left_before_destroy(struct box *b) {
  {
    SCOPED_LOCK(&b->lock);
    b->value = 0;
  }
  pthread_mutex_destroy(&b->lock); // TN
}

// The guard releases the lock at the end of the function: too late.
void destroyed_inside(struct box *b) {
  SCOPED_LOCK(&b->lock);
  b->value = 0;
  pthread_mutex_destroy(&b->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'b->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}
