// RUN: %check %s
namespace folly {
template <bool ReaderPriority, typename Tag = void> class SharedMutexImpl {
  unsigned State;

public:
  SharedMutexImpl();
  ~SharedMutexImpl();
  void lock();
  bool try_lock();
  void unlock();
  void lock_shared();
  void unlock_shared();
  void unlock_and_lock_shared();
  void lock_upgrade();
  bool try_lock_upgrade();
  void unlock_upgrade();
  void unlock_upgrade_and_lock();
  void unlock_upgrade_and_lock_shared();
  void unlock_and_lock_upgrade();
};
using SharedMutex = SharedMutexImpl<false>;
} // namespace folly

void locked(folly::SharedMutex *M) {
  M->lock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(folly::SharedMutex *M) {
  M->lock();
  M->unlock();
  delete M; // TN
}

// From exclusive to shared: still held.
void downgraded(folly::SharedMutex *M) {
  M->lock();
  M->unlock_and_lock_shared();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void downgraded_and_left(folly::SharedMutex *M) {
  M->lock();
  M->unlock_and_lock_shared();
  M->unlock_shared();
  delete M; // TN
}

void busy(folly::SharedMutex *M) {
  if (!M->try_lock())
    delete M; // TN
}

void expectFalse(bool Value);

// A test that its own lock keeps the lock from being taken again.
void tried_while_held(folly::SharedMutex *M) {
  M->lock();
  expectFalse(M->try_lock());
  M->unlock();
  delete M; // TN
}

// Shared locks add up.
void shared_twice(folly::SharedMutex *M) {
  M->lock_shared();
  M->lock_shared();
  M->unlock_shared();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// For upgrade: held, and held through each change of the mode.
void for_upgrade(folly::SharedMutex *M) {
  M->lock_upgrade();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void for_upgrade_and_left(folly::SharedMutex *M) {
  M->lock_upgrade();
  M->unlock_upgrade();
  delete M; // TN
}

void upgraded(folly::SharedMutex *M) {
  M->lock_upgrade();
  M->unlock_upgrade_and_lock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void upgraded_and_back(folly::SharedMutex *M) {
  M->lock_upgrade();
  M->unlock_upgrade_and_lock();
  M->unlock_and_lock_upgrade();
  M->unlock_upgrade_and_lock_shared();
  M->unlock_shared();
  delete M; // TN
}

void tried_for_upgrade(folly::SharedMutex *M) {
  if (M->try_lock_upgrade())
    delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void tried_for_upgrade_in_vain(folly::SharedMutex *M) {
  if (!M->try_lock_upgrade())
    delete M; // TN
}
