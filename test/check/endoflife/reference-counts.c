// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>

struct obj {
  pthread_mutex_t lock;
  int refs;
  struct obj *parent;
};

void put(struct obj *o) {
  int refs;
  pthread_mutex_lock(&o->lock);
  refs = --o->refs;
  pthread_mutex_unlock(&o->lock);
  if (refs > 0)
    return;
  pthread_mutex_destroy(&o->lock); // TN
  free(o); // TN
}

void put_early(struct obj *o) {
  pthread_mutex_lock(&o->lock);
  if (--o->refs > 0) {
    pthread_mutex_unlock(&o->lock);
    return;
  }
  pthread_mutex_destroy(&o->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'o->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  free(o);
}

// The parent's lock is held while the child goes.
void remove_child(struct obj *child) {
  struct obj *parent = child->parent;
  pthread_mutex_lock(&parent->lock);
  pthread_mutex_destroy(&child->lock); // TN
  free(child); // TN
  pthread_mutex_unlock(&parent->lock);
}

void remove_child_with_its_own_lock(struct obj *child) {
  pthread_mutex_lock(&child->parent->lock);
  pthread_mutex_lock(&child->lock);
  free(child); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'child->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void free_list(struct obj *o) {
  while (o) {
    struct obj *parent = o->parent;
    pthread_mutex_lock(&o->lock);
    o->refs = 0;
    pthread_mutex_unlock(&o->lock);
    pthread_mutex_destroy(&o->lock); // TN
    free(o); // TN
    o = parent;
  }
}
