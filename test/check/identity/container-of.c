// RUN: %check %s
#include <pthread.h>
#include <stddef.h>

struct obj {
  int value;
  pthread_mutex_t lock;
};

#define container_of(p, type, member)                                          \
  ((type *)((char *)(p) - offsetof(type, member)))

void by_container(pthread_mutex_t *m) {
  struct obj *o = container_of(m, struct obj, lock);
  pthread_mutex_lock(m);
  pthread_mutex_unlock(&o->lock);
  pthread_mutex_destroy(m); // TN
}

void by_container_held(pthread_mutex_t *m) {
  struct obj *o = container_of(m, struct obj, lock);
  o->value = 0;
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
