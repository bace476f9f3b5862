// RUN: %check %s
#include <pthread.h>

void held(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void held_local(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: semaphore created here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void released(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void never_locked(pthread_mutex_t *m) {
  pthread_mutex_destroy(m); // TN
}

void only_unlocked(pthread_mutex_t *m) {
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
