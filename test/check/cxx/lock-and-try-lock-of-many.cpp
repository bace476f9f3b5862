// RUN: %check %s -- -std=c++17
#include <mutex>

struct Item {
  std::mutex Lock;
};

void locked() {
  std::mutex A, B;
  std::lock(A, B);
  A.unlock();
} // TP

void lockedAndReleased() {
  std::mutex A, B;
  std::lock(A, B);
  A.unlock();
  B.unlock();
} // TN

void lockedAndAdopted() {
  std::mutex A, B;
  std::lock(A, B);
  std::lock_guard<std::mutex> GA(A, std::adopt_lock);
  std::lock_guard<std::mutex> GB(B, std::adopt_lock);
} // TN

void deferredAndLocked() {
  std::mutex A, B;
  std::unique_lock<std::mutex> LA(A, std::defer_lock), LB(B, std::defer_lock);
  std::lock(LA, LB);
} // TN

// -1 says that all were locked.
void tried() {
  std::mutex A, B;
  if (std::try_lock(A, B) == -1) {
    A.unlock();
    B.unlock();
  }
} // TN

void triedAndOneKept(Item *A, Item *B) {
  if (std::try_lock(A->Lock, B->Lock) == -1) {
    A->Lock.unlock();
    delete A; // TN
    delete B; // TP
  }
}

void triedInVain(Item *A, Item *B) {
  if (std::try_lock(A->Lock, B->Lock) != -1) {
    delete A; // TN
    delete B; // TN
  }
}

void triedAndKept(Item *A, std::recursive_mutex *B) {
  int Failed = std::try_lock(A->Lock, *B);
  if (Failed >= 0)
    return;
  delete A; // TP
  B->unlock();
  delete B; // TN
}

void guardsLockedAndKept(Item *A, Item *B) {
  std::unique_lock<std::mutex> LA(A->Lock, std::defer_lock),
      LB(B->Lock, std::defer_lock);
  std::lock(LA, LB);
  LA.unlock();
  delete A; // TN
  delete B; // TP
}

void ofOtherTypes(std::mutex *A, std::recursive_mutex *B) {
  std::lock(*A, *B);
  A->unlock();
  delete A; // TN
  delete B; // TP
}

void scopedLockOfTwo(Item *A, Item *B) {
  {
    std::scoped_lock G(A->Lock, B->Lock);
  }
  delete A; // TN
  std::scoped_lock G(B->Lock, B->Lock);
  delete B; // TP
}
