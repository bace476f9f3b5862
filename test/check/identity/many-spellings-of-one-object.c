// RUN: %check %s
#include "os2.h"
#include <pthread.h>

struct inner {
  pthread_mutex_t lock;
};
struct outer {
  struct inner in;
  struct inner *ptr;
};

void address_of_local(void) {
  pthread_mutex_t m;
  pthread_mutex_t *p = &m;
  pthread_mutex_init(p, NULL);
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(p); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'p' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void arrow_and_dot(struct outer *o) {
  pthread_mutex_lock(&o->in.lock);
  pthread_mutex_destroy(&(*o).in.lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore '(*o).in.lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void through_field_pointer(struct outer *o) {
  struct inner *i = o->ptr;
  pthread_mutex_lock(&i->lock);
  pthread_mutex_destroy(&o->ptr->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'o->ptr->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void cast(struct outer *o) {
  // The lock is the first member of the first member.
  pthread_mutex_lock(&o->in.lock);
  pthread_mutex_unlock((pthread_mutex_t *)o);
  pthread_mutex_destroy(&o->in.lock); // TN
}

void void_pointer(void *argument) {
  pthread_mutex_t *m = argument;
  pthread_mutex_lock(m);
  pthread_mutex_destroy((pthread_mutex_t *)argument); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'argument' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void element_zero(pthread_mutex_t *v) {
  pthread_mutex_lock(&v[0]);
  pthread_mutex_unlock(v);
  pthread_mutex_destroy(v); // TN
}

void conditional(pthread_mutex_t *a, pthread_mutex_t *b, int c) {
  pthread_mutex_t *m = c ? a : b;
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void conditional_one_arm(pthread_mutex_t *a, pthread_mutex_t *b, int c) {
  pthread_mutex_t *m = c ? a : b;
  pthread_mutex_lock(m);
  if (c)
    pthread_mutex_unlock(a);
  else
    pthread_mutex_unlock(b);
  pthread_mutex_destroy(m); // TN
}

void handle_in_struct(HSEM h) {
  struct {
    HSEM h;
  } s, t;
  s.h = h;
  t = s;
  DosSemSet(s.h);
  DosCloseSem(t.h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 't.h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void handle_in_struct_cleared(HSEM h) {
  struct {
    HSEM h;
  } s, t;
  s.h = h;
  t = s;
  DosSemSet(h);
  DosSemClear(t.h);
  DosCloseSem(s.h); // TN
}
