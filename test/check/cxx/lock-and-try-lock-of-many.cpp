// RUN: %check %s -- -std=c++17
#include <mutex>

void locked() {
  std::mutex A, B;
  std::lock(A, B);
  A.unlock();
} // FN: std::lock is not followed

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
