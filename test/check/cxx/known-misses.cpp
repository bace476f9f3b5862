// RUN: %check %s -- -std=c++17
#include <memory>
#include <mutex>
#include <pthread.h>
#include <utility>

// Ends of life that the check does not follow, beside ones that it does.

struct Queue {
  std::mutex Lock;
};

struct Plain {
  pthread_mutex_t Lock;
};

void ownedByAClosure() {
  auto Owner = std::make_unique<Queue>();
  Owner->Lock.lock();
  auto Later = [Mine = std::move(Owner)] { return Mine.get(); };
  (void)Later;
} // FN what a closure owns does not end with it

void ownedByAnotherOwner() {
  auto Owner = std::make_unique<Queue>();
  Owner->Lock.lock();
  auto Mine = std::move(Owner);
} // FN an owner made from a moved one is not followed

void assignedToAnotherOwner(std::unique_ptr<Queue> Owner) {
  Owner->Lock.lock();
  std::unique_ptr<Queue> Mine;
  Mine = std::move(Owner);
} // TP

void ownedByAVariable() {
  auto Owner = std::make_unique<Queue>();
  Owner->Lock.lock();
} // TP

void take(Plain &&P) { pthread_mutex_lock(&P.Lock); }

void temporary() {
  take(Plain{PTHREAD_MUTEX_INITIALIZER}); // FN a temporary without a destructor
}

void variable() {
  Plain Named{PTHREAD_MUTEX_INITIALIZER};
  take(std::move(Named));
} // TP

class QReadWriteLock {
  void *D;

public:
  QReadWriteLock();
  ~QReadWriteLock();
  void lockForWrite();
  void unlock();
};

// As Qt's guard is made: the lowest bit of the address says that it is locked.
class QWriteLocker {
  unsigned long Address;

  QReadWriteLock *lock() const {
    return reinterpret_cast<QReadWriteLock *>(Address & ~1ul);
  }

public:
  explicit QWriteLocker(QReadWriteLock *L)
      : Address(reinterpret_cast<unsigned long>(L)) {
    if (Address && !(Address & 1)) {
      lock()->lockForWrite();
      Address |= 1;
    }
  }
  ~QWriteLocker() {
    if (Address & 1)
      lock()->unlock();
  }
};

void guardWithABit(QReadWriteLock *L) {
  QWriteLocker Guard(L);
  delete L; // FN the guard keeps the lock's address as a number
}

void noGuard(QReadWriteLock *L) {
  L->lockForWrite();
  delete L; // TP
}
