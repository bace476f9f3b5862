// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>

// One record begins like the other: the locks at one place are one lock.
struct node {
  int refs;
  pthread_mutex_t node_lock;
};

struct file {
  int refs;
  pthread_mutex_t file_lock;
  char *data;
};

static void release(struct file *f) {
  pthread_mutex_unlock(&f->file_lock);
  pthread_mutex_destroy(&f->file_lock); // TN
  free(f); // TN
}

void drop(struct node *n) {
  pthread_mutex_lock(&n->node_lock);
  release((struct file *)n); // TN
}

void drop_held(struct node *n) {
  struct file *f = (struct file *)n;
  pthread_mutex_lock(&n->node_lock);
  pthread_mutex_destroy(&f->file_lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'f->file_lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

struct derived {
  struct node base;
  int extra;
};

void base_released(struct derived *d) {
  struct node *n = &d->base;
  pthread_mutex_lock(&d->base.node_lock);
  pthread_mutex_unlock(&n->node_lock);
  free(d); // TN
}

void base_released_by_cast(struct derived *d) {
  struct node *n = (struct node *)d;
  pthread_mutex_lock(&n->node_lock);
  pthread_mutex_unlock(&d->base.node_lock);
  free(n); // TN
}

void base_freed_held(struct derived *d) {
  struct node *n = (struct node *)d;
  pthread_mutex_lock(&n->node_lock);
  free(d); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'n->node_lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}
