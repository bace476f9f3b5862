/* Six findings, in the shapes that wrappers could hide. */

#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>

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
