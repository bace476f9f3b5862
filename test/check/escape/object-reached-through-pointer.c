// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>

struct obj {
  pthread_mutex_t lock;
};
struct holder {
  struct obj *obj;
  int other;
};

void holder_release(struct holder *h);
void keep(struct obj **where);

// What the holder points at can be reached, too.
void through_holder(struct holder *h) {
  pthread_mutex_lock(&h->obj->lock);
  holder_release(h);
  pthread_mutex_destroy(&h->obj->lock); // TN
}

void through_local_holder(struct obj *o) {
  struct holder h = {o, 0};
  pthread_mutex_lock(&o->lock);
  holder_release(&h);
  pthread_mutex_destroy(&o->lock); // TN
}

void through_empty_holder(struct obj *o) {
  struct holder h = {NULL, 0};
  pthread_mutex_lock(&o->lock);
  holder_release(&h);
  pthread_mutex_destroy(&o->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'o->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void through_pointer_to_pointer(struct obj *o) {
  pthread_mutex_lock(&o->lock);
  keep(&o);
  pthread_mutex_destroy(&o->lock); // TN
}
