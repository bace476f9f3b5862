// RUN: %check %s
#include <pthread.h>

static void thrower(int n) {
  if (n > 3)
    throw 1;
}

// An exception in the function changes nothing about its loops.
void released_in_reverse(int n) {
  pthread_mutex_t v[8];
  int i;
  try {
    thrower(n);
  } catch (int) {
    return; // TN
  }
  for (i = 0; i < 8; i++) {
    pthread_mutex_init(&v[i], nullptr);
    pthread_mutex_lock(&v[i]);
  }
  for (i = 8; i-- > 0;)
    pthread_mutex_unlock(&v[i]);
  for (i = 0; i < 8; i++)
    pthread_mutex_destroy(&v[i]); // TN
}

void not_released_by_the_handler(pthread_mutex_t *m, int n) {
  for (int i = 0; i < n; ++i) {
    pthread_mutex_lock(m);
    try {
      thrower(i);
    } catch (int) {
      pthread_mutex_destroy(m); // TP
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
      return;
    }
    pthread_mutex_unlock(m);
  }
}
