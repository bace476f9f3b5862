// RUN: %check %s
#include <pthread.h>

// All bits set is a large number where it has no sign.
void large(pthread_mutex_t *m, unsigned long n) {
  unsigned long most = ~0ul / 64;
  pthread_mutex_lock(m);
  if (n && most == 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
}

void negative(pthread_mutex_t *m) {
  long most = ~0l / 64;
  pthread_mutex_lock(m);
  if (most == 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
