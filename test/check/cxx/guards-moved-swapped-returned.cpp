// RUN: %check %s -- -std=c++17
#include <mutex>
#include <utility>

void work();

struct Item {
  std::mutex Lock;
};

std::unique_lock<std::mutex> enter(Item &I) {
  return std::unique_lock<std::mutex>(I.Lock);
}

void returned(Item *I) {
  {
    auto L = enter(*I);
    work();
  }
  delete I; // TN
}

void returnedAndKept(Item *I) {
  auto L = enter(*I);
  delete I; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'I->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void moved(Item *I) {
  std::unique_lock<std::mutex> Outer;
  {
    std::unique_lock<std::mutex> L(I->Lock);
    Outer = std::move(L);
  }
  Outer.unlock();
  delete I; // TN
}

void movedAndKept(Item *I) {
  std::unique_lock<std::mutex> Outer;
  {
    std::unique_lock<std::mutex> L(I->Lock);
    Outer = std::move(L);
  }
  delete I; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'I->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void movedIntoBlock(Item *I) {
  std::unique_lock<std::mutex> L(I->Lock);
  {
    std::unique_lock<std::mutex> Inner(std::move(L));
    work();
  }
  delete I; // TN
}

void swapped(Item *A, Item *B) {
  std::unique_lock<std::mutex> LA(A->Lock), LB(B->Lock);
  std::swap(LA, LB);
  LA.unlock();
  delete B; // TN
  LB.unlock();
  delete A; // TN
}

void swappedAndKept(Item *A, Item *B) {
  std::unique_lock<std::mutex> LA(A->Lock), LB(B->Lock);
  std::swap(LA, LB);
  LA.unlock();
  delete A; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'A->Lock' while it is still set
}

void swappedWithAnEmptyOne(Item *I) {
  std::unique_lock<std::mutex> L(I->Lock), Empty;
  L.swap(Empty);
  Empty.unlock();
  delete I; // TN
}

void swappedOutOfTheScope(Item *I) {
  std::unique_lock<std::mutex> Outer;
  {
    std::unique_lock<std::mutex> L(I->Lock);
    L.swap(Outer);
  }
  delete I; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'I->Lock' while it is still set
}

void movedToALongerOne(Item *I) {
  std::unique_lock<std::mutex> L(I->Lock);
  std::unique_lock<std::mutex> Longer(std::move(L));
  delete I; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'I->Lock' while it is still set
}

void returnedAndGivenBack(Item *I) {
  enter(*I).unlock();
  delete I; // TN
}

// The temporary guard ends with the expression.
void returnedAndNotKept(Item *I) {
  enter(*I);
  delete I; // TN
}
