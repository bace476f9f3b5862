// RUN: %check %s -- -std=c++17
#include <mutex>
#include <shared_mutex>

void work();

void held() {
  std::mutex M;
  M.lock();
  work();
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)
// CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: set here{{$}}

void released() {
  std::mutex M;
  M.lock();
  work();
  M.unlock();
} // TN

void heldOnOnePath(bool C) {
  std::timed_mutex M;
  M.lock();
  if (C)
    return; // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)
  M.unlock();
} // TN

void recursive() {
  std::recursive_mutex M;
  M.lock();
  M.lock();
  M.unlock();
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void recursiveBalanced() {
  std::recursive_mutex M;
  M.lock();
  M.lock();
  M.unlock();
  M.unlock();
} // TN

void shared() {
  std::shared_mutex M;
  M.lock_shared();
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void sharedReleased() {
  std::shared_mutex M;
  M.lock_shared();
  M.unlock_shared();
  M.lock();
  M.unlock();
} // TN

std::mutex Global;

void globalOutlives() {
  Global.lock();
} // TN

void staticOutlives() {
  static std::mutex M;
  M.lock();
} // TN
