// RUN: %check %s
#include "win32.h"
#include <pthread.h>

void work(void);

void assigned_in_condition(pthread_mutex_t *m) {
  int rc;
  if ((rc = pthread_mutex_trylock(m)) == 0)
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    pthread_mutex_destroy(m); // TN
}

void comma(pthread_mutex_t *m) {
  int rc;
  if (rc = pthread_mutex_trylock(m), rc == 0)
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    pthread_mutex_destroy(m); // TN
}

void expected(pthread_mutex_t *m) {
  if (__builtin_expect(!!pthread_mutex_trylock(m), 0))
    pthread_mutex_destroy(m); // TN
  else
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void with_another_condition(pthread_mutex_t *m, int wanted) {
  if (wanted && pthread_mutex_trylock(m) == 0)
    work();
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void with_another_condition_released(pthread_mutex_t *m, int wanted) {
  if (wanted && pthread_mutex_trylock(m) == 0) {
    work();
    pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // TN
}

void or_failed(pthread_mutex_t *m, int unwanted) {
  if (unwanted || pthread_mutex_trylock(m)) {
    pthread_mutex_destroy(m); // TN
    return;
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void conditional_operator(pthread_mutex_t *m) {
  int held = pthread_mutex_trylock(m) ? 0 : 1;
  if (held)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void conditional_operator_wrong_way(pthread_mutex_t *m) {
  int held = pthread_mutex_trylock(m) ? 1 : 0;
  if (!held)
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void statement_expression(pthread_mutex_t *m) {
  if (({ int rc = pthread_mutex_trylock(m); rc; }))
    pthread_mutex_destroy(m); // TN
  else
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void result_ignored(pthread_mutex_t *m) {
  pthread_mutex_trylock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here, if the call succeeds{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void result_ignored_section(LPCRITICAL_SECTION cs) {
  (void)TryEnterCriticalSection(cs);
  DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'cs' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here, if the call succeeds{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: DeleteCriticalSection on an owned section leaves the threads that wait for it in an undefined state
}
