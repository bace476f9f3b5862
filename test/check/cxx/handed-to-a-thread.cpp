// RUN: %check %s -- -std=c++20
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

void work();

// The thread gives back what this one took, and is joined.
void unlockedByTheThread() {
  std::mutex M;
  M.lock();
  std::thread T([&] { M.unlock(); });
  T.join();
} // TN

void unlockedByTheThreadOfAScope() {
  std::mutex M;
  M.lock();
  {
    std::jthread T([&] { M.unlock(); });
  }
} // TN

// The thread does not know the lock.
void notToldToTheThread() {
  std::mutex M;
  M.lock();
  std::thread T([] { work(); });
  T.join();
} // TP

void guardedInBoth() {
  std::mutex M;
  std::thread T([&] { std::lock_guard G(M); });
  {
    std::lock_guard G(M);
    work();
  }
  T.join();
} // TN

// What the thread's own function holds ends with it.
void heldByTheThread() {
  std::thread T([] {
    std::mutex M;
    M.lock();
    work();
  }); // TP
  T.join();
}

void holdFor(std::unique_lock<std::mutex> L, int N);

// The guard goes to the thread, which ends it.
void guardGivenToTheThread(int N) {
  std::mutex M;
  std::vector<std::thread> Threads;
  for (int I = 0; I < N; ++I) {
    std::unique_lock<std::mutex> L(M);
    Threads.emplace_back(&holdFor, std::move(L), I);
  }
  for (std::thread &T : Threads)
    T.join();
} // TN
