// RUN: %check %s
#include <pthread.h>

void held(pthread_spinlock_t *s) {
  pthread_spin_lock(s);
  pthread_spin_destroy(s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: pthread_spin_destroy on a held lock is undefined
}

void created_and_held(void) {
  pthread_spinlock_t s;
  pthread_spin_init(&s, PTHREAD_PROCESS_PRIVATE);
  pthread_spin_lock(&s);
  pthread_spin_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: semaphore created here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: pthread_spin_destroy on a held lock is undefined
}

void released(pthread_spinlock_t *s) {
  pthread_spin_lock(s);
  pthread_spin_unlock(s);
  pthread_spin_destroy(s); // TN
}
