// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>

struct conn {
  pthread_mutex_t *lock;
  int fd;
};

static void conn_init(struct conn *c, pthread_mutex_t *m) {
  c->lock = m;
  c->fd = -1;
}

void through_the_copy(pthread_mutex_t *m) {
  struct conn c;
  conn_init(&c, m);
  pthread_mutex_lock(c.lock);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void through_the_copy_released(pthread_mutex_t *m) {
  struct conn c;
  conn_init(&c, m);
  pthread_mutex_lock(m);
  pthread_mutex_unlock(c.lock);
  pthread_mutex_destroy(m); // TN
}

static struct conn *conn_new(void) {
  struct conn *c = malloc(sizeof *c);
  if (!c)
    return NULL;
  c->lock = malloc(sizeof *c->lock);
  if (!c->lock) {
    free(c);
    return NULL;
  }
  pthread_mutex_init(c->lock, NULL);
  return c;
}

static void conn_free(struct conn *c) {
  pthread_mutex_destroy(c->lock);
  free(c->lock);
  free(c);
}

void made_and_freed(void) {
  struct conn *c = conn_new();
  if (!c)
    return;
  pthread_mutex_lock(c->lock);
  pthread_mutex_unlock(c->lock);
  conn_free(c); // TN
}

void made_and_freed_held(void) {
  struct conn *c = conn_new();
  if (!c)
    return;
  pthread_mutex_lock(c->lock);
  conn_free(c); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'c->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void two_of_them(void) {
  struct conn *a = conn_new(), *b = conn_new();
  if (!a || !b)
    return;
  pthread_mutex_lock(a->lock);
  conn_free(b); // TN
  pthread_mutex_unlock(a->lock);
  conn_free(a); // TN
}
