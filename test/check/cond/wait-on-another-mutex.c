// RUN: %check %s
#include <pthread.h>

struct two {
  pthread_mutex_t a, b;
  pthread_cond_t c;
};

void other(struct two *t) {
  pthread_mutex_lock(&t->a);
  pthread_cond_wait(&t->c, &t->a);
  pthread_mutex_unlock(&t->a);
  pthread_mutex_destroy(&t->b); // TN
  pthread_mutex_destroy(&t->a); // TN
}

void same(struct two *t) {
  pthread_mutex_lock(&t->a);
  pthread_cond_wait(&t->c, &t->a);
  pthread_mutex_destroy(&t->b); // TN
  pthread_mutex_destroy(&t->a); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 't->a' while it is still set; potential ERROR_SEM_IS_SET (102)
}
