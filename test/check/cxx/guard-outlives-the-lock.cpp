// RUN: %check %s -- -std=c++17
#include <memory>
#include <mutex>

struct Item {
  std::mutex Lock;
  int Refs = 1;
};

// The guard's destructor unlocks a lock that is gone.
void deletedUnderGuard(Item *I) {
  std::lock_guard<std::mutex> G(I->Lock);
  delete I; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'I->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: 'G' outlives the semaphore: its destructor unlocks a lock that is gone{{$}}
}

void deletedUnderUniqueLock(Item *I) {
  std::unique_lock<std::mutex> L(I->Lock);
  if (--I->Refs == 0)
    delete I; // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'I->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void deletedAfterUnlock(Item *I) {
  std::unique_lock<std::mutex> L(I->Lock);
  bool Last = --I->Refs == 0;
  L.unlock();
  if (Last)
    delete I; // TN
}

void deletedUnderScopedLock(Item *I) {
  std::scoped_lock G(I->Lock);
  delete I; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'I->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

class Counted {
public:
  void release() {
    std::lock_guard<std::mutex> G(Lock);
    if (--Refs == 0)
      delete this; // TP
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  }
  void releaseRight() {
    bool Last;
    {
      std::lock_guard<std::mutex> G(Lock);
      Last = --Refs == 0;
    }
    if (Last)
      delete this; // TN
  }

private:
  std::mutex Lock;
  int Refs = 1;
};

void use(Counted *C) {
  C->release();
  C->releaseRight();
}

void resetUnderGuard(std::unique_ptr<Item> P) {
  std::lock_guard<std::mutex> G(P->Lock);
  P.reset(); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'P->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// The guard is declared after the mutex, but the mutex lives in a block that
// ends before.
void guardMovedOut() {
  std::unique_lock<std::mutex> L;
  {
    std::mutex M;
    L = std::unique_lock<std::mutex>(M);
  } // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK: note: 'L' outlives the semaphore: its destructor unlocks a lock that is gone{{$}}
}

// What was released is not unlocked again.
void releasedGuard(Item *I) {
  std::unique_lock<std::mutex> L(I->Lock);
  L.release();
  delete I; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'I->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: the memory ends while the semaphore in it is set; nobody can clear it any more{{$}}
}
