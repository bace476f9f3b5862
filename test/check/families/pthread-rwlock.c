// RUN: %check %s
#include <pthread.h>

void read_locked(pthread_rwlock_t *l) {
  pthread_rwlock_rdlock(l);
  pthread_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void two_readers(pthread_rwlock_t *l) {
  pthread_rwlock_rdlock(l);
  pthread_rwlock_rdlock(l);
  pthread_rwlock_unlock(l);
  pthread_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void two_readers_left(pthread_rwlock_t *l) {
  pthread_rwlock_rdlock(l);
  pthread_rwlock_rdlock(l);
  pthread_rwlock_unlock(l);
  pthread_rwlock_unlock(l);
  pthread_rwlock_destroy(l); // TN
}

void try_write(pthread_rwlock_t *l) {
  if (pthread_rwlock_trywrlock(l) == 0)
    pthread_rwlock_unlock(l);
  pthread_rwlock_destroy(l); // TN
}
