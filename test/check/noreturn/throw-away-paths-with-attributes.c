// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>

void panic(const char *) __attribute__((noreturn));
_Noreturn void stop(void);
static inline void check(int ok) {
  if (!ok)
    panic("check");
}

#define BUG_ON(c)                                                              \
  do {                                                                         \
    if (c)                                                                     \
      panic(#c);                                                               \
  } while (0)

void checked_by_macro(pthread_mutex_t *m) {
  int rc = pthread_mutex_trylock(m);
  BUG_ON(rc != 0);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void checked_by_function(pthread_mutex_t *m) {
  int rc = pthread_mutex_trylock(m);
  check(rc == 0);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void checked_to_be_busy(pthread_mutex_t *m) {
  int rc = pthread_mutex_trylock(m);
  check(rc != 0);
  pthread_mutex_destroy(m); // TN
}

void stopped(pthread_mutex_t *m, int c) {
  pthread_mutex_lock(m);
  if (c)
    stop();
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
