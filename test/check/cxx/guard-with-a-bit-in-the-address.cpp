// A guard that keeps a flag in the lowest bit of the lock's address, as Qt's does.
// RUN: %check %s -- -std=c++17
#include <cstdint>

class QReadWriteLock {
  void *D;

public:
  QReadWriteLock();
  ~QReadWriteLock();
  void lockForWrite();
  void unlock();
};

class QWriteLocker {
  std::uintptr_t Address;

  QReadWriteLock *lock() const {
    return reinterpret_cast<QReadWriteLock *>(Address & ~std::uintptr_t(1));
  }

public:
  explicit QWriteLocker(QReadWriteLock *L)
      : Address(reinterpret_cast<std::uintptr_t>(L)) {
    if (Address && !(Address & 1)) {
      lock()->lockForWrite();
      Address |= 1;
    }
  }
  ~QWriteLocker() { unlock(); }
  void unlock() {
    if (Address & 1) {
      Address &= ~std::uintptr_t(1);
      lock()->unlock();
    }
  }
};

void guardWithABit(QReadWriteLock *L) {
  QWriteLocker Guard(L);
  delete L; // TP
}

void guardWithABitEnds(QReadWriteLock *L) {
  { QWriteLocker Guard(L); }
  delete L; // TN
}

void guardWithABitUnlocks(QReadWriteLock *L) {
  QWriteLocker Guard(L);
  Guard.unlock();
  delete L; // TN
}

void guardOfALocal() {
  QReadWriteLock L;
  QWriteLocker Guard(&L);
} // TN

void noGuard(QReadWriteLock *L) {
  L->lockForWrite();
  delete L; // TP
}
