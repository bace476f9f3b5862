/* Findings in the shapes that wrappers could hide, and of every kind of lock
   that POSIX and C11 have. Each function that ends in `destroy`, `close` or
   `free` while the lock is set is one finding. */

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <threads.h>

struct object {
  pthread_mutex_t lock;
  int users;
};

void straight(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m);
}

void some_path(struct object *o, int bad) {
  pthread_mutex_lock(&o->lock);
  if (!bad)
    pthread_mutex_unlock(&o->lock);
  pthread_mutex_destroy(&o->lock);
}

void tried(pthread_rwlock_t *rw) {
  if (pthread_rwlock_tryrdlock(rw) == 0)
    pthread_rwlock_destroy(rw);
}

void permit(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_wait(&s);
  sem_destroy(&s);
}

static void lock(struct object *o) { pthread_mutex_lock(&o->lock); }

void in_a_helper(struct object *o) {
  lock(o);
  pthread_mutex_destroy(&o->lock);
}

void freed(struct object *o) {
  pthread_mutex_lock(&o->lock);
  free(o);
}

void timed(pthread_mutex_t *m, const struct timespec *until) {
  if (pthread_mutex_timedlock(m, until) == 0)
    pthread_mutex_destroy(m);
}

void waited(pthread_cond_t *c, pthread_mutex_t *m, const struct timespec *t) {
  pthread_mutex_lock(m);
  if (pthread_cond_timedwait(c, m, t) != 0) {
    pthread_mutex_destroy(m);
    return;
  }
  pthread_mutex_unlock(m);
}

void written(pthread_rwlock_t *rw) {
  pthread_rwlock_wrlock(rw);
  pthread_rwlock_destroy(rw);
}

void spun(pthread_spinlock_t *s) {
  pthread_spin_lock(s);
  pthread_spin_destroy(s);
}

void plain(mtx_t *m) {
  if (mtx_trylock(m) == thrd_success)
    mtx_destroy(m);
}

void waited_plain(cnd_t *c, mtx_t *m) {
  mtx_lock(m);
  cnd_wait(c, m);
  mtx_destroy(m);
}

/* And what is right. */

int failed(pthread_mutex_t *m) {
  if (pthread_mutex_trylock(m)) {
    pthread_mutex_destroy(m);
    return -1;
  }
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m);
  return 0;
}

void patient(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  while (pthread_mutex_destroy(m) == EBUSY)
    pthread_mutex_unlock(m);
}

void signalled(void) {
  sem_t s;
  sem_init(&s, 0, 0);
  sem_wait(&s);
  sem_destroy(&s);
}

void released(pthread_rwlock_t *rw, pthread_spinlock_t *s, mtx_t *m) {
  pthread_rwlock_rdlock(rw);
  pthread_spin_lock(s);
  mtx_lock(m);
  mtx_unlock(m);
  pthread_spin_unlock(s);
  pthread_rwlock_unlock(rw);
  mtx_destroy(m);
  pthread_spin_destroy(s);
  pthread_rwlock_destroy(rw);
}
