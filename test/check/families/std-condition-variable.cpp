// A wait changes nothing for the caller: what was held is held, and a lock that
// somebody else holds is not touched.
// RUN: %check %s -- -std=c++17
#include <condition_variable>
#include <mutex>

void ends_after_a_wait(std::condition_variable &C, bool &Ready) {
  std::mutex M;
  std::unique_lock<std::mutex> L(M);
  C.wait(L, [&] { return Ready; });
  L.release();
} // TP
// CHECK: :[[@LINE-1]]:1: warning: semaphore 'M' goes out of scope while it is still set

void guard_ends_first(std::condition_variable &C, bool &Ready) {
  std::mutex M;
  std::unique_lock<std::mutex> L(M);
  C.wait(L, [&] { return Ready; });
} // TN

void unlocked_after_a_wait(std::condition_variable_any &C) {
  std::mutex M;
  M.lock();
  C.wait(M);
  M.unlock();
} // TN
