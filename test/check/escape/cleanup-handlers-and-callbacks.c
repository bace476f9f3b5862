// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>

void work(void);
void each(void (*visit)(void *), void *argument);

static void unlock(void *argument) {
  pthread_mutex_unlock(argument);
}

static void look(void *argument) {
  (void)argument;
}

// The handler is run by the last line.
void cleanup_run(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_cleanup_push(unlock, m);
  work();
  pthread_cleanup_pop(1);
  pthread_mutex_destroy(m); // TN
}

void callback(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  each(unlock, m);
  pthread_mutex_destroy(m); // TN
}

void callback_of_something_else(pthread_mutex_t *m, int *n) {
  pthread_mutex_lock(m);
  each(look, n);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

static pthread_mutex_t Lock = PTHREAD_MUTEX_INITIALIZER;

static void unlock_global(void *argument) {
  (void)argument;
  pthread_mutex_unlock(&Lock);
}

void callback_that_knows_the_global(void) {
  pthread_mutex_lock(&Lock);
  each(unlock_global, NULL);
  pthread_mutex_destroy(&Lock); // TN
}
