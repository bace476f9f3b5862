// RUN: %check %s
#include <pthread.h>
#include <string.h>

struct obj {
  int value;
  pthread_mutex_t lock;
};

void fill(void *memory, unsigned size);

// Overwritten memory holds another lock, or none.
void zeroed(struct obj *o) {
  pthread_mutex_lock(&o->lock);
  memset(o, 0, sizeof *o);
  pthread_mutex_destroy(&o->lock); // TN
}

void assigned(struct obj *o, const struct obj *fresh) {
  pthread_mutex_lock(&o->lock);
  *o = *fresh;
  pthread_mutex_destroy(&o->lock); // TN
}

void copied_from(struct obj *o, struct obj *copy) {
  pthread_mutex_lock(&o->lock);
  copy->value = o->value;
  pthread_mutex_destroy(&o->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'o->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void filled(struct obj *o) {
  pthread_mutex_lock(&o->lock);
  fill(o, sizeof *o);
  pthread_mutex_destroy(&o->lock); // TN
}

void other_memory(struct obj *o, char *buffer) {
  pthread_mutex_lock(&o->lock);
  memset(buffer, 0, 100);
  pthread_mutex_destroy(&o->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'o->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}
