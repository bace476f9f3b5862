// RUN: %check %s -- -std=c++17
#include <chrono>
#include <mutex>
#include <shared_mutex>

struct Account {
  std::mutex Lock;
  std::shared_mutex Readers;
  int Balance = 0;
};

void deleted(Account *A) {
  A->Lock.lock();
  delete A; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'A->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked_first(Account *A) {
  A->Lock.lock();
  A->Lock.unlock();
  delete A; // TN
}

void busy(Account *A) {
  if (!A->Lock.try_lock()) {
    delete A; // TN
    return;
  }
  A->Lock.unlock();
}

void scope_ends() {
  std::mutex M;
  M.lock();
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void scope_ends_unlocked() {
  std::mutex M;
  M.lock();
  M.unlock();
} // TN

void timed(std::timed_mutex *M) {
  if (M->try_lock_for(std::chrono::seconds(1)))
    delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void timed_out(std::timed_mutex *M) {
  if (!M->try_lock_for(std::chrono::seconds(1)))
    delete M; // TN
}

void nested(std::recursive_mutex *M) {
  M->lock();
  M->lock();
  M->unlock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void nested_balanced(std::recursive_mutex *M) {
  M->lock();
  M->lock();
  M->unlock();
  M->unlock();
  delete M; // TN
}

void reading(Account *A) {
  A->Readers.lock_shared();
  delete A; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'A->Readers' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void read_and_left(Account *A) {
  A->Readers.lock_shared();
  A->Readers.unlock_shared();
  delete A; // TN
}
