// RUN: %check %s
#include "os2.h"
#include <pthread.h>

struct pool {
  pthread_mutex_t lock;
  int threaded;
};

void work(void);
int ask(void);
__attribute__((const)) int is_odd(int n);
__attribute__((pure)) int is_threaded(const struct pool *p);
static int threaded(const struct pool *p) {
  return p->threaded > 1;
}

void const_function(pthread_mutex_t *m, int n) {
  if (is_odd(n))
    pthread_mutex_lock(m);
  work();
  if (is_odd(n))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void const_function_of_another_value(pthread_mutex_t *m, int n) {
  if (is_odd(n))
    pthread_mutex_lock(m);
  work();
  if (is_odd(n + 1))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void pure_function(struct pool *p) {
  if (is_threaded(p))
    pthread_mutex_lock(&p->lock);
  if (is_threaded(p))
    pthread_mutex_unlock(&p->lock);
  pthread_mutex_destroy(&p->lock); // TN
}

void seen_function(struct pool *p) {
  if (threaded(p))
    pthread_mutex_lock(&p->lock);
  work();
  if (threaded(p))
    pthread_mutex_unlock(&p->lock);
  pthread_mutex_destroy(&p->lock); // TN
}

// Asking twice may give two answers.
void any_function(HSEM h) {
  if (ask())
    DosSemSet(h);
  if (ask())
    DosSemClear(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
