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

// Who holds it does not get it as a writer: EDEADLK, or a wait without end.
void write_locked_twice(pthread_rwlock_t *l) {
  pthread_rwlock_wrlock(l);
  pthread_rwlock_wrlock(l);
  pthread_rwlock_unlock(l);
  pthread_rwlock_destroy(l); // TN
}

void second_try_to_write(pthread_rwlock_t *l) {
  pthread_rwlock_rdlock(l);
  if (pthread_rwlock_trywrlock(l) == 0) {
    pthread_rwlock_unlock(l);
    pthread_rwlock_destroy(l); // TN
    return;
  }
  pthread_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void write_lock_refused(pthread_rwlock_t *l) {
  pthread_rwlock_wrlock(l);
  if (pthread_rwlock_wrlock(l) != 0)
    pthread_rwlock_unlock(l);
  pthread_rwlock_destroy(l); // FP: each set is followed for itself, and nobody asks whether it was held before
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void unlocked_if_it_was_locked_twice(pthread_rwlock_t *l) {
  pthread_rwlock_wrlock(l);
  if (pthread_rwlock_wrlock(l) == 0)
    pthread_rwlock_unlock(l);
  pthread_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it {{(is|may)}} still {{(be )?}}set; potential ERROR_SEM_IS_SET (102)
}

// Readers add up.
void read_lock_within_a_read_lock(pthread_rwlock_t *l) {
  pthread_rwlock_rdlock(l);
  if (pthread_rwlock_tryrdlock(l) == 0)
    pthread_rwlock_unlock(l);
  pthread_rwlock_unlock(l);
  pthread_rwlock_destroy(l); // TN
}
