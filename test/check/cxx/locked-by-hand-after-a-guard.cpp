// RUN: %check %s -- -std=c++17
#include <mutex>

void work();
void unseen(std::unique_lock<std::mutex> &G);

// A guard that is the function's own tells nobody where the mutex is.
void afterGuard() {
  std::mutex M;
  {
    std::lock_guard<std::mutex> G(M);
  }
  M.lock();
  work();
} // TP

void afterUniqueLock() {
  std::mutex M;
  {
    std::unique_lock<std::mutex> G(M);
    work();
  }
  M.lock();
  work();
} // TP

void afterScopedLock() {
  std::mutex M;
  {
    std::scoped_lock G(M);
  }
  M.lock();
  work();
} // TP

void releasedByGuard() {
  std::mutex M;
  std::unique_lock<std::mutex> G(M);
  G.release();
  work();
} // TP

void unlocked() {
  std::mutex M;
  {
    std::lock_guard<std::mutex> G(M);
  }
  M.lock();
  work();
  M.unlock();
} // TN

// Unseen code that got the guard knows the mutex, and may keep it.
void givenAway() {
  std::mutex M;
  std::unique_lock<std::mutex> G(M);
  unseen(G);
  G.unlock();
  M.lock();
  work();
} // TN
