// RUN: %check %s
#include <pthread.h>

struct obj {
  pthread_mutex_t lock;
};

pthread_mutex_t *opaque_lock_of(struct obj *o);
static pthread_mutex_t *lock_of(struct obj *o) {
  return &o->lock;
}

// Whether these are the same lock is not known.
void opaque(struct obj *o) {
  pthread_mutex_lock(opaque_lock_of(o));
  pthread_mutex_unlock(opaque_lock_of(o));
  pthread_mutex_destroy(opaque_lock_of(o)); // TN
}

void opaque_once(struct obj *o) {
  pthread_mutex_t *m = opaque_lock_of(o);
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void seen(struct obj *o) {
  pthread_mutex_lock(lock_of(o));
  pthread_mutex_unlock(&o->lock);
  pthread_mutex_destroy(lock_of(o)); // TN
}

void seen_held(struct obj *o) {
  pthread_mutex_lock(lock_of(o));
  pthread_mutex_destroy(lock_of(o)); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'lock_of(o)' while it is still set; potential ERROR_SEM_IS_SET (102)
}
