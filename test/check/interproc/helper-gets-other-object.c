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

// The helper knows the object by one name and clears it by another one, perhaps: its
// caller knows better.
static void leave_lock(pthread_mutex_t *m, struct node *n) {
  pthread_mutex_unlock(m);
}

static void use_lock(pthread_mutex_t *m, struct node *n) {
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
}

void another_left(struct node *a, struct node *b) {
  pthread_mutex_lock(&a->lock);
  leave_lock(&b->lock, a);
  pthread_mutex_destroy(&a->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'a->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void this_one_left(struct node *a, struct node *b) {
  pthread_mutex_lock(&a->lock);
  leave_lock(&a->lock, a);
  pthread_mutex_destroy(&a->lock); // TN
}

void perhaps_this_one_left(struct node *a, pthread_mutex_t *m) {
  pthread_mutex_lock(&a->lock);
  leave_lock(m, a);
  pthread_mutex_destroy(&a->lock); // TN
}

void another_used(struct node *a, struct node *b) {
  pthread_mutex_lock(&a->lock);
  use_lock(&b->lock, a);
  pthread_mutex_destroy(&a->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'a->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}
