// RUN: %check %s -- -std=c++17
#include <chrono>
#include <mutex>
#include <shared_mutex>

void work();

void tried() {
  std::mutex M;
  if (M.try_lock())
    work();
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'M' goes out of scope while it may still be set; potential ERROR_SEM_IS_SET (102)

void triedAndReleased() {
  std::mutex M;
  if (M.try_lock()) {
    work();
    M.unlock();
  }
} // TN

void negated() {
  std::mutex M;
  if (!M.try_lock())
    return; // TN
  work();
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void timed() {
  std::timed_mutex M;
  bool Got = M.try_lock_for(std::chrono::milliseconds(5));
  work();
  if (Got)
    M.unlock();
} // TN

void timedForgotten() {
  std::timed_mutex M;
  bool Got = M.try_lock_for(std::chrono::milliseconds(5));
  if (Got)
    work();
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'M' goes out of scope while it may still be set; potential ERROR_SEM_IS_SET (102)

void sharedTried() {
  std::shared_mutex M;
  if (M.try_lock_shared())
    M.unlock_shared();
} // TN
