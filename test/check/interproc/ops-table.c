// RUN: %check %s
#include <pthread.h>

static void lock(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
}
static void unlock(pthread_mutex_t *m) {
  pthread_mutex_unlock(m);
}

struct ops {
  void (*lock)(pthread_mutex_t *);
  void (*unlock)(pthread_mutex_t *);
};

// Who is called is not known: it may release the lock.
void through_unknown_table(const struct ops *o, pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  o->unlock(m);
  pthread_mutex_destroy(m); // TN
}

static const struct ops Ops = {lock, unlock};

void through_constant_table(pthread_mutex_t *m) {
  Ops.lock(m);
  Ops.unlock(m);
  pthread_mutex_destroy(m); // TN
}

void direct(pthread_mutex_t *m) {
  lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void through_known_pointer(pthread_mutex_t *m) {
  void (*f)(pthread_mutex_t *) = lock;
  f(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
