// RUN: %check %s
#include <pthread.h>
#include <stddef.h>

struct acct {
  pthread_mutex_t lock;
};

// Two locks, taken in the order of their addresses.
void in_order(struct acct *a, struct acct *b) {
  if (a < b) {
    pthread_mutex_lock(&a->lock);
    pthread_mutex_lock(&b->lock);
  } else {
    pthread_mutex_lock(&b->lock);
    pthread_mutex_lock(&a->lock);
  }
  pthread_mutex_unlock(&a->lock);
  pthread_mutex_unlock(&b->lock);
  pthread_mutex_destroy(&a->lock); // TN
  pthread_mutex_destroy(&b->lock); // TN
}

void in_order_one_kept(struct acct *a, struct acct *b) {
  if (a < b) {
    pthread_mutex_lock(&a->lock);
    pthread_mutex_lock(&b->lock);
  } else {
    pthread_mutex_lock(&b->lock);
    pthread_mutex_lock(&a->lock);
  }
  pthread_mutex_unlock(&a->lock);
  pthread_mutex_destroy(&b->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'b->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// The same account twice is locked once.
void maybe_the_same(struct acct *a, struct acct *b) {
  pthread_mutex_lock(&a->lock);
  if (a != b)
    pthread_mutex_lock(&b->lock);
  pthread_mutex_unlock(&a->lock);
  if (a != b)
    pthread_mutex_unlock(&b->lock);
  pthread_mutex_destroy(&a->lock); // TN
}

void known_to_be_the_same(pthread_mutex_t *a, pthread_mutex_t *b) {
  pthread_mutex_lock(a);
  if (a == b)
    pthread_mutex_unlock(b);
  else
    pthread_mutex_unlock(a);
  pthread_mutex_destroy(a); // TN
}

void parent_first(struct acct *a, struct acct *parent) {
  if (parent)
    pthread_mutex_lock(&parent->lock);
  pthread_mutex_lock(&a->lock);
  pthread_mutex_unlock(&a->lock);
  if (parent)
    pthread_mutex_unlock(&parent->lock);
  pthread_mutex_destroy(&a->lock); // TN
}
