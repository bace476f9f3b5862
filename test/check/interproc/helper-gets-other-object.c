// RUN: %check %s
#include <pthread.h>

struct node {
  pthread_mutex_t lock;
  struct node *next;
};

static void enter(struct node *n) {
  pthread_mutex_lock(&n->lock);
}

static void leave(struct node *n) {
  pthread_mutex_unlock(&n->lock);
}

void left_the_same(void) {
  struct node a, b;
  pthread_mutex_init(&a.lock, NULL);
  pthread_mutex_init(&b.lock, NULL);
  enter(&a);
  leave(&a);
  pthread_mutex_destroy(&a.lock); // TN
  pthread_mutex_destroy(&b.lock); // TN
}

void left_the_other(void) {
  struct node a, b;
  pthread_mutex_init(&a.lock, NULL);
  pthread_mutex_init(&b.lock, NULL);
  enter(&a);
  enter(&b);
  leave(&b);
  pthread_mutex_destroy(&b.lock); // TN
  pthread_mutex_destroy(&a.lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'a.lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}
