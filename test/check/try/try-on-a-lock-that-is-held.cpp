// Readers of a read-write lock add up, a writer keeps everybody out. A try on a
// lock that is held tells which it was, so nothing is said after it succeeded.
// RUN: %check %s -- -std=c++17
#include <pthread.h>
#include <shared_mutex>

bool expect(bool);

void tryFailsOfCourse() {
  std::shared_mutex M;
  M.lock();
  bool Taken = M.try_lock();
  expect(!Taken);
  M.unlock();
} // TN

void triedAsReader() {
  std::shared_mutex M;
  M.lock();
  if (M.try_lock_shared())
    expect(false);
  M.unlock();
} // TN

void readersAddUp() {
  std::shared_mutex M;
  M.lock_shared();
  M.lock_shared();
  M.unlock_shared();
} // TP

void readersAreBalanced() {
  std::shared_mutex M;
  M.lock_shared();
  M.lock_shared();
  M.unlock_shared();
  M.unlock_shared();
} // TN

void posixWriter(pthread_rwlock_t *L) {
  pthread_rwlock_wrlock(L);
  if (pthread_rwlock_trywrlock(L) == 0)
    expect(false);
  pthread_rwlock_unlock(L);
  pthread_rwlock_destroy(L); // TN
}

void posixWriterStill(pthread_rwlock_t *L) {
  pthread_rwlock_wrlock(L);
  if (pthread_rwlock_trywrlock(L) == 0)
    return;
  pthread_rwlock_destroy(L); // TP
}

void posixReaders(pthread_rwlock_t *L) {
  pthread_rwlock_rdlock(L);
  pthread_rwlock_rdlock(L);
  pthread_rwlock_unlock(L);
  pthread_rwlock_destroy(L); // TP
}
