// RUN: %check %s
#include "os2.h"
#include <pthread.h>
#include <stdlib.h>

struct conn {
  pthread_mutex_t lock;
  char *buffer;
};

int greet(struct conn *);

struct conn *conn_new(void) {
  struct conn *c = malloc(sizeof *c);
  if (!c)
    return NULL;
  if (pthread_mutex_init(&c->lock, NULL))
    goto free_conn;
  pthread_mutex_lock(&c->lock);
  c->buffer = malloc(100);
  if (!c->buffer)
    goto destroy;
  pthread_mutex_unlock(&c->lock);
  return c;
destroy:
  pthread_mutex_destroy(&c->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'c->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
free_conn:
  free(c);
  return NULL;
}

struct conn *conn_new_right(void) {
  struct conn *c = malloc(sizeof *c);
  if (!c)
    return NULL;
  if (pthread_mutex_init(&c->lock, NULL))
    goto free_conn;
  pthread_mutex_lock(&c->lock);
  c->buffer = malloc(100);
  if (!c->buffer)
    goto unlock;
  pthread_mutex_unlock(&c->lock);
  return c;
unlock:
  pthread_mutex_unlock(&c->lock);
  pthread_mutex_destroy(&c->lock); // TN
free_conn:
  free(c);
  return NULL;
}

int os2(void) {
  HSYSSEM a = 0, b = 0;
  int rc = -1;
  if (DosCreateSem(CSEM_PRIVATE, &a, "\\SEM\\ONE"))
    return -1;
  DosSemSet(a);
  if (DosCreateSem(CSEM_PRIVATE, &b, "\\SEM\\TWO"))
    goto close_a;
  rc = 0;
  DosSemClear(a);
  DosCloseSem(b); // TN
close_a:
  DosCloseSem(a); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'a' while it may still be set; potential ERROR_SEM_IS_SET (102)
  return rc;
}
