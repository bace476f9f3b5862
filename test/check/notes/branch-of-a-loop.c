// RUN: %check_notes %s
#include <pthread.h>

int ask(int);

void left_by_break(pthread_mutex_t *m) {
  for (;;) {
    pthread_mutex_lock(m);
    if (ask(1))
      break;
    pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-7]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-7]]:{{[0-9]+}}: note: taking the true branch here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void left_by_condition(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  while (ask(2)) {
    pthread_mutex_unlock(m);
    return;
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-7]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-7]]:{{[0-9]+}}: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void not_about_the_loop(pthread_mutex_t *m, int n) {
  pthread_mutex_lock(m);
  for (int i = 0; i < n; i++)
    ask(i);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}
