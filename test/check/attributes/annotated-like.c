// SEMTIDY_LIKE: the function does what the named function of an API does.
// RUN: %check %s -- -I %source/checker/runtime
#include <pthread.h>
#include <semtidy/annotations.h>

SEMTIDY_LIKE(pthread_mutex_lock)
int traced_lock(pthread_mutex_t *m, const char *file, int line);
SEMTIDY_LIKE(pthread_mutex_trylock) int traced_trylock(pthread_mutex_t *m);
SEMTIDY_LIKE(no_such_function) int unknown(pthread_mutex_t *m);

void closes_set(pthread_mutex_t *m) {
  traced_lock(m, __FILE__, __LINE__);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it is still set
}

void failed(pthread_mutex_t *m) {
  if (traced_trylock(m))
    pthread_mutex_destroy(m); // TN
}

// A name that no model has is like any function that cannot be seen.
void may_clear(pthread_mutex_t *m) {
  traced_lock(m, __FILE__, __LINE__);
  unknown(m);
  pthread_mutex_destroy(m); // TN
}
