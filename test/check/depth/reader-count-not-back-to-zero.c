// RUN: %check %s
#include <pthread.h>

void two_readers(pthread_rwlock_t *l) {
  pthread_rwlock_rdlock(l);
  pthread_rwlock_rdlock(l);
  pthread_rwlock_unlock(l);
  pthread_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void two_readers_released(pthread_rwlock_t *l) {
  pthread_rwlock_rdlock(l);
  pthread_rwlock_rdlock(l);
  pthread_rwlock_unlock(l);
  pthread_rwlock_unlock(l);
  pthread_rwlock_destroy(l); // TN
}

void reader_then_writer(pthread_rwlock_t *l) {
  pthread_rwlock_rdlock(l);
  pthread_rwlock_unlock(l);
  pthread_rwlock_wrlock(l);
  pthread_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void second_reader_on_one_path(pthread_rwlock_t *l, int again) {
  pthread_rwlock_rdlock(l);
  if (again)
    pthread_rwlock_rdlock(l);
  pthread_rwlock_unlock(l);
  pthread_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'l' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void second_reader_on_one_path_released(pthread_rwlock_t *l, int again) {
  pthread_rwlock_rdlock(l);
  if (again)
    pthread_rwlock_rdlock(l);
  pthread_rwlock_unlock(l);
  if (again)
    pthread_rwlock_unlock(l);
  pthread_rwlock_destroy(l); // TN
}
