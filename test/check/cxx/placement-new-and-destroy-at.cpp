// RUN: %check %s -- -std=c++17
#include <memory>
#include <mutex>
#include <new>

void madeAnew(std::mutex *M) {
  M->lock();
  new (M) std::mutex; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: re-initialising semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void madeAnewReleased(std::mutex *M) {
  M->lock();
  M->unlock();
  new (M) std::mutex; // TN
}

void destroyed(std::mutex *M) {
  M->lock();
  std::destroy_at(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void explicitDestructor(std::mutex *M) {
  M->lock();
  M->~mutex(); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void explicitDestructorReleased(std::mutex *M) {
  M->lock();
  M->unlock();
  M->~mutex(); // TN
}

// Item has no destructor of its own.
struct Item {
  std::mutex Lock;
};

void owner(Item *I) {
  I->Lock.lock();
  I->~Item(); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'I->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void ownerMadeAnew(Item *I) {
  I->Lock.lock();
  new (I) Item; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: re-initialising semaphore 'I->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void ownerDestroyed(Item *I) {
  I->Lock.lock();
  std::destroy_at(I); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'I->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// Something else at the place of a neighbour.
struct Arena {
  char Buffer[64];
  std::mutex Lock;
};

void neighbour(Arena *A) {
  A->Lock.lock();
  new (A) int(3); // TN
  A->Lock.unlock();
}

void ownerReleased(Item *I) {
  I->Lock.lock();
  I->Lock.unlock();
  I->~Item(); // TN
  new (I) Item; // TN
}
