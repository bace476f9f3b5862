// RUN: %check %s -- -std=c++17
#include <mutex>
#include <shared_mutex>

void work();

void lockGuard() {
  std::mutex M;
  std::lock_guard<std::mutex> G(M);
  work();
} // TN

void scopedLock() {
  std::mutex A, B;
  std::scoped_lock G(A, B);
  work();
} // TN

void uniqueLock() {
  std::mutex M;
  std::unique_lock L(M);
  work();
} // TN

void sharedLock() {
  std::shared_mutex M;
  std::shared_lock L(M);
  work();
} // TN

struct Item {
  std::mutex Lock;
  int Refs = 1;
};

void guardInBlock(Item *I) {
  bool Last;
  {
    std::lock_guard<std::mutex> G(I->Lock);
    Last = --I->Refs == 0;
  }
  if (Last)
    delete I; // TN
}

void noGuard(Item *I) {
  I->Lock.lock();
  if (--I->Refs == 0) {
    delete I; // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'I->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
    return;
  }
  I->Lock.unlock();
}
