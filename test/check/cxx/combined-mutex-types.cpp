// Timed, recursive and shared in one type: depth, time limits and readers count
// as they do alone.
// RUN: %check %s -- -std=c++17
#include <chrono>
#include <mutex>
#include <shared_mutex>

using namespace std::chrono_literals;

void timedEnds() {
  std::timed_mutex M;
  M.lock();
} // TP

void timedEndsUnlocked() {
  std::timed_mutex M;
  M.lock();
  M.unlock();
} // TN

void timedUntil(std::timed_mutex *M, std::chrono::steady_clock::time_point T) {
  if (M->try_lock_until(T))
    delete M; // TP
}

void timedUntilInVain(std::timed_mutex *M,
                      std::chrono::steady_clock::time_point T) {
  if (!M->try_lock_until(T))
    delete M; // TN
}

void recursiveTimedOnceTooOften() {
  std::recursive_timed_mutex M;
  M.lock();
  M.lock();
  M.unlock();
} // TP

void recursiveTimedBalanced() {
  std::recursive_timed_mutex M;
  M.lock();
  if (M.try_lock_for(1s))
    M.unlock();
  M.unlock();
} // TN

void recursiveTimedAgain(std::recursive_timed_mutex *M) {
  M->lock();
  if (M->try_lock_for(1s)) {
    M->unlock();
    delete M; // TP
    return;
  }
  M->unlock();
  delete M; // TN
}

void sharedTimedReads(std::shared_timed_mutex *M) {
  if (M->try_lock_shared_for(1s))
    delete M; // TP
}

void sharedTimedReadsInVain(std::shared_timed_mutex *M) {
  if (!M->try_lock_shared_for(1s))
    delete M; // TN
}

void sharedTimedWrites() {
  std::shared_timed_mutex M;
  M.lock();
} // TP

void sharedTimedWritesAndUnlocks() {
  std::shared_timed_mutex M;
  M.lock();
  M.unlock();
  M.lock_shared();
  M.unlock_shared();
} // TN

void readersTwice(std::shared_mutex *M) {
  M->lock_shared();
  M->lock_shared();
  M->unlock_shared();
  delete M; // TP
}

void readersBalanced(std::shared_mutex *M) {
  M->lock_shared();
  M->lock_shared();
  M->unlock_shared();
  M->unlock_shared();
  delete M; // TN
}
