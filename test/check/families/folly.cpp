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
