// RUN: %check %s
#include <pthread.h>

// Functions that call each other walk trees: each adds some steps to the names of
// what the next one changes, and their number is a power of the fields. So of
// memory that is many steps away, callers of such a function are told only that
// it changed. What they ask there afterwards is not known, and silent.
struct tree {
  struct tree *left, *right, *up;
  int taken;
};
void look(int n);

static void mark(struct tree *t, int n) {
  if (n > 0)
    mark(t, n - 1);
  look(n);
  t->left->taken = 1;
  t->left->right->left->right->left->taken = 1;
}

void marked(struct tree *t, pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  mark(t, 3);
  pthread_mutex_destroy(m); // TP
}

void marked_then_unlock(struct tree *t, pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  mark(t, 3);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void asks_near(struct tree *t, pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  mark(t, 3);
  if (!t->left->taken)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
}

void asks_near_the_right_way(struct tree *t, pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  mark(t, 3);
  if (t->left->taken)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void asks_far(struct tree *t, pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  mark(t, 3);
  if (!t->left->right->left->right->left->taken)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // FN not told how memory many steps away changed
}

void asks_far_the_right_way(struct tree *t, pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  mark(t, 3);
  if (t->left->right->left->right->left->taken)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
