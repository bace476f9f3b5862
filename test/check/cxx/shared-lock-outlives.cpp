// The guard of a reader, in all its states.
// RUN: %check %s -- -std=c++17
#include <chrono>
#include <mutex>
#include <shared_mutex>
#include <utility>

struct Item {
  std::shared_timed_mutex Lock;
};

void deletedUnderIt(Item *I) {
  std::shared_lock L(I->Lock);
  delete I; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'I->Lock' while it is still set
  // CHECK-NEXT: :[[@LINE-3]]:20: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:3: note: 'L' outlives the semaphore: its destructor unlocks a lock that is gone{{$}}
}

void deletedAfterIt(Item *I) {
  { std::shared_lock L(I->Lock); }
  delete I; // TN
}

void unlocked(Item *I) {
  std::shared_lock L(I->Lock);
  L.unlock();
  delete I; // TN
}

void deferred(Item *I) {
  std::shared_lock L(I->Lock, std::defer_lock);
  delete I; // TN
}

void deferredThenLocked(Item *I) {
  std::shared_lock L(I->Lock, std::defer_lock);
  L.lock();
  delete I; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'I->Lock' while it is still set
}

void tried(Item *I) {
  std::shared_lock L(I->Lock, std::try_to_lock);
  if (L)
    delete I; // TP
    // CHECK: :[[@LINE-1]]:5: warning: freeing semaphore 'I->Lock' while it is still set
}

void triedInVain(Item *I) {
  std::shared_lock L(I->Lock, std::chrono::seconds(1));
  if (!L.owns_lock())
    delete I; // TN
}

void adopted(Item *I) {
  I->Lock.lock_shared();
  { std::shared_lock L(I->Lock, std::adopt_lock); }
  delete I; // TN
}

void moved(Item *I) {
  std::shared_lock<std::shared_timed_mutex> Outer;
  {
    std::shared_lock L(I->Lock);
    Outer = std::move(L);
  }
  delete I; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'I->Lock' while it is still set
}

void released() {
  std::shared_mutex M;
  std::shared_lock L(M);
  L.release();
} // TP
// CHECK: :[[@LINE-1]]:1: warning: semaphore 'M' goes out of scope while it is still set

void releasedAndUnlocked() {
  std::shared_mutex M;
  std::shared_lock L(M);
  L.release()->unlock_shared();
} // TN
