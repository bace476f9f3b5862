// RUN: %check %s
#include "os2.h"
#include <pthread.h>

struct table {
  pthread_mutex_t locks[4];
};

void known(struct table *t) {
  pthread_mutex_lock(&t->locks[0]);
  pthread_mutex_lock(&t->locks[1]);
  pthread_mutex_unlock(&t->locks[1]);
  pthread_mutex_destroy(&t->locks[1]); // TN
  pthread_mutex_destroy(&t->locks[0]); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 't->locks[0]' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void symbolic(struct table *t, int i) {
  pthread_mutex_lock(&t->locks[i]);
  pthread_mutex_destroy(&t->locks[i]); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 't->locks[i]' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// i and j may be the same place.
void unknown(struct table *t, int i, int j) {
  pthread_mutex_lock(&t->locks[i]);
  pthread_mutex_unlock(&t->locks[j]);
  pthread_mutex_destroy(&t->locks[i]); // TN
}

void unknown_closed(struct table *t, int i, int j) {
  pthread_mutex_lock(&t->locks[i]);
  pthread_mutex_destroy(&t->locks[j]); // TN
}

void index_changed(struct table *t, int i) {
  pthread_mutex_lock(&t->locks[i]);
  i++;
  pthread_mutex_destroy(&t->locks[i]); // TN
}

void index_copied(struct table *t, int i) {
  int k = i;
  pthread_mutex_lock(&t->locks[i]);
  i++;
  pthread_mutex_destroy(&t->locks[k]); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 't->locks[k]' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void handles(HSEM v[4], int i, int j) {
  DosSemSet(v[i]);
  DosSemClear(v[j]);
  DosCloseSem(v[i]); // TN
}

void pointer_arithmetic(pthread_mutex_t *v) {
  pthread_mutex_lock(v + 2);
  pthread_mutex_destroy(&v[2]); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'v[2]' while it is still set; potential ERROR_SEM_IS_SET (102)
}
