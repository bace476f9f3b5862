// Where the rounds of a cycle of calls reach their limit before nothing changes
// any more, nothing may be taken from them: the call is that of unknown code.
// RUN: %check %s
// RUN: %check -prefix=LIMIT %s -config="{CheckOptions: {semaphore-close-while-set.MaxRounds: 1}}"
#include <pthread.h>

static pthread_mutex_t g = PTHREAD_MUTEX_INITIALIZER;

static void enter(pthread_mutex_t *m, int n) {
  if (n > 0) {
    enter(m, n - 1);
    return;
  }
  pthread_mutex_lock(m);
}

void entered(pthread_mutex_t *m, int n) {
  if (n > 0) {
    enter(m, n);
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  }
}

static void leave(int n) {
  if (n == 0)
    pthread_mutex_unlock(&g);
  else
    leave(n - 1);
}

void left(void) {
  pthread_mutex_lock(&g);
  leave(3);
  pthread_mutex_destroy(&g); // TN
}

// What does not depend on the cycle is known all the same.
static void own(pthread_mutex_t *m, int n) {
  if (n > 0)
    own(m, n - 1);
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // LIMIT: :[[@LINE-2]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void owned(pthread_mutex_t *m) {
  own(m, 3);
}
