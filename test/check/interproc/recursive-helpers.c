// RUN: %check %s
#include <pthread.h>

struct tree {
  pthread_mutex_t lock;
  struct tree *left, *right;
};

void visit(struct tree *t);

// A function that calls itself, and does nothing to the lock.
static void walk(struct tree *t, int depth) {
  if (!t || depth == 0)
    return;
  visit(t);
  walk(t->left, depth - 1);
  walk(t->right, depth - 1);
}

void held_over_the_walk(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  walk(NULL, 3);
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

static int odd(pthread_mutex_t *m, int n);

static int even(pthread_mutex_t *m, int n) {
  if (n == 0) {
    pthread_mutex_unlock(m);
    return 1;
  }
  return odd(m, n - 1);
}

static int odd(pthread_mutex_t *m, int n) {
  if (n == 0)
    return 0;
  return even(m, n - 1);
}

// An odd n leaves the lock held.
void mutual(pthread_mutex_t *m, int n) {
  pthread_mutex_lock(m);
  even(m, n);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
