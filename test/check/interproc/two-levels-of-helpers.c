// RUN: %check %s
#include <pthread.h>

struct inner {
  pthread_mutex_t lock;
};
struct outer {
  struct inner in;
  int refs;
};

static void inner_lock(struct inner *i) {
  pthread_mutex_lock(&i->lock);
}
static void inner_unlock(struct inner *i) {
  pthread_mutex_unlock(&i->lock);
}
static void outer_lock(struct outer *o) {
  o->refs++;
  inner_lock(&o->in);
}
static void outer_unlock(struct outer *o) {
  o->refs--;
  inner_unlock(&o->in);
}

void held(struct outer *o) {
  outer_lock(o);
  pthread_mutex_destroy(&o->in.lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'o->in.lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: calling 'outer_lock' here
  // CHECK-NEXT: :[[@LINE-12]]:{{[0-9]+}}: note: calling 'inner_lock' here
  // CHECK-NEXT: :[[@LINE-20]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void released(struct outer *o) {
  outer_lock(o);
  outer_unlock(o);
  pthread_mutex_destroy(&o->in.lock); // TN
}
