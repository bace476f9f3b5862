// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>

struct table {
  pthread_mutex_t *locks;
  int n;
};

// The block may move, and the lock in it is copied while it is held.
void grown_while_held(struct table *t) {
  pthread_mutex_t *more;
  pthread_mutex_lock(&t->locks[0]);
  more = realloc(t->locks, 2 * t->n * sizeof *more); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 't->locks[0]' while it {{is still|may still be}} set; potential ERROR_SEM_IS_SET (102)
  if (more)
    t->locks = more;
}

void grown_after_release(struct table *t) {
  pthread_mutex_t *more;
  pthread_mutex_lock(&t->locks[0]);
  pthread_mutex_unlock(&t->locks[0]);
  more = realloc(t->locks, 2 * t->n * sizeof *more); // TN
  if (more)
    t->locks = more;
}

// A lock outside the block is not moved.
void other_block_grown(pthread_mutex_t *m, struct table *t) {
  void *more;
  pthread_mutex_lock(m);
  more = realloc(t->locks, 100); // TN
  if (more)
    t->locks = more;
  pthread_mutex_unlock(m);
}
