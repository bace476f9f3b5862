// RUN: %check %s
#include <pthread.h>

void written(pthread_rwlock_t *l) {
  pthread_rwlock_wrlock(l);
  pthread_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: pthread_rwlock_destroy on a held lock is undefined
}

void read(pthread_rwlock_t *l) {
  pthread_rwlock_rdlock(l);
  pthread_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: pthread_rwlock_destroy on a held lock is undefined
}

void released(pthread_rwlock_t *l) {
  pthread_rwlock_wrlock(l);
  pthread_rwlock_unlock(l);
  pthread_rwlock_rdlock(l);
  pthread_rwlock_unlock(l);
  pthread_rwlock_destroy(l); // TN
}
