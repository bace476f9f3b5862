// A function that locks each node while it visits those below gives all of them
// back, and touches nothing else.
// RUN: %check %s
#include <pthread.h>

struct node {
  pthread_mutex_t mu;
  int visited;
  struct node *left, *right;
};

static pthread_mutex_t other = PTHREAD_MUTEX_INITIALIZER;

static void walk(struct node *n) {
  if (!n)
    return;
  pthread_mutex_lock(&n->mu);
  n->visited++;
  walk(n->left);
  walk(n->right);
  pthread_mutex_unlock(&n->mu);
}

void walked(struct node *root) {
  walk(root);
  pthread_mutex_destroy(&root->mu); // TN
}

void held_before_and_after(struct node *root) {
  pthread_mutex_lock(&other);
  walk(root);
  pthread_mutex_destroy(&other); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'other' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// An early return leaves the node locked.
static int find(struct node *n, int wanted) {
  if (!n)
    return 0;
  pthread_mutex_lock(&n->mu);
  if (n->visited == wanted)
    return 1;
  if (find(n->left, wanted) || find(n->right, wanted)) {
    pthread_mutex_unlock(&n->mu);
    return 1;
  }
  pthread_mutex_unlock(&n->mu);
  return 0;
}

void found(struct node *root) {
  find(root, 3);
  pthread_mutex_destroy(&root->mu); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'root->mu' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void not_found(struct node *root) {
  if (!find(root, 3))
    pthread_mutex_destroy(&root->mu); // TN
}

static void lock_all(struct node *n) {
  if (!n)
    return;
  pthread_mutex_lock(&n->mu);
  lock_all(n->left);
  lock_all(n->right);
}

static void unlock_all(struct node *n) {
  if (!n)
    return;
  unlock_all(n->left);
  unlock_all(n->right);
  pthread_mutex_unlock(&n->mu);
}

void all_locked(struct node *root) {
  lock_all(root);
  if (root)
    pthread_mutex_destroy(&root->mu); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'root->mu' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void all_unlocked(struct node *root) {
  lock_all(root);
  unlock_all(root);
  if (root) {
    pthread_mutex_destroy(&root->mu);       // TN
    pthread_mutex_destroy(&root->left->mu); // TN
  }
}
