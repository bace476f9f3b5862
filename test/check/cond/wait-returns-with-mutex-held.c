// RUN: %check %s
#include <pthread.h>
#include <threads.h>

struct channel {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  int users;
};

void drained_but_held(struct channel *c) {
  pthread_mutex_lock(&c->lock);
  while (c->users > 0)
    pthread_cond_wait(&c->changed, &c->lock);
  pthread_cond_destroy(&c->changed);
  pthread_mutex_destroy(&c->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'c->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void drained(struct channel *c) {
  pthread_mutex_lock(&c->lock);
  while (c->users > 0)
    pthread_cond_wait(&c->changed, &c->lock);
  pthread_mutex_unlock(&c->lock);
  pthread_cond_destroy(&c->changed);
  pthread_mutex_destroy(&c->lock); // TN
}

// The caller holds the lock: this is what the wait demands.
void only_the_wait(pthread_cond_t *c, pthread_mutex_t *m) {
  pthread_cond_wait(c, m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void only_the_wait_released(pthread_cond_t *c, pthread_mutex_t *m) {
  pthread_cond_wait(c, m);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void c11(cnd_t *c, mtx_t *m) {
  mtx_lock(m);
  cnd_wait(c, m);
  mtx_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void c11_released(cnd_t *c, mtx_t *m) {
  mtx_lock(m);
  cnd_wait(c, m);
  mtx_unlock(m);
  mtx_destroy(m); // TN
}
