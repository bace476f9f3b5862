// RUN: %check %s
#include <pthread.h>
#include <stdarg.h>

static inline __attribute__((always_inline)) void take(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
}

static void take_and_log(pthread_mutex_t *m, const char *format, ...) {
  va_list args;
  va_start(args, format);
  pthread_mutex_lock(m);
  va_end(args);
}

void inlined(pthread_mutex_t *m) {
  take(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void variadic(pthread_mutex_t *m) {
  take_and_log(m, "%d", 3);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void variadic_released(pthread_mutex_t *m) {
  take_and_log(m, "%d", 3);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
