// RUN: %check %s
#include "win32.h"
#include <pthread.h>
#include <stdbool.h>

void work(void);

void mutex(pthread_mutex_t *m) {
  int held = !pthread_mutex_trylock(m);
  if (held)
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    pthread_mutex_destroy(m); // TN
}

void mutex_twice(pthread_mutex_t *m) {
  int failed = !!pthread_mutex_trylock(m);
  if (!failed)
    work();
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void mutex_bool(pthread_mutex_t *m) {
  bool held = pthread_mutex_trylock(m) == 0;
  work();
  if (!held)
    return;
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void mutex_bool_released(pthread_mutex_t *m) {
  bool held = pthread_mutex_trylock(m) == 0;
  work();
  if (held)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void mutex_constant_first(pthread_mutex_t *m) {
  if (0 == pthread_mutex_trylock(m))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void mutex_not_not_equal(pthread_mutex_t *m) {
  if (!(pthread_mutex_trylock(m) != 0))
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void mutex_bool_conversion(pthread_mutex_t *m) {
  bool failed = pthread_mutex_trylock(m);
  if (failed)
    pthread_mutex_destroy(m); // TN
  else
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// TRUE means success here.
void critical_section(LPCRITICAL_SECTION cs) {
  BOOL failed = !TryEnterCriticalSection(cs);
  if (failed)
    DeleteCriticalSection(cs); // TN
  else
    DeleteCriticalSection(cs); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
}
