// RUN: %check %s -- -std=c++17
#include <chrono>
#include <mutex>
#include <utility>

bool ask();
void work();

void deferred(std::mutex *M) {
  std::unique_lock<std::mutex> L(*M, std::defer_lock);
  delete M; // TN
}

void deferredThenLocked(std::mutex *M) {
  std::unique_lock<std::mutex> L(*M, std::defer_lock);
  L.lock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void triedNot(std::mutex *M) {
  std::unique_lock<std::mutex> L(*M, std::try_to_lock);
  if (!L.owns_lock())
    delete M; // TN
}

void triedAndGot(std::mutex *M) {
  std::unique_lock<std::mutex> L(*M, std::try_to_lock);
  if (L)
    delete M; // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(std::mutex *M) {
  std::unique_lock<std::mutex> L(*M);
  work();
  L.unlock();
  delete M; // TN
}

void lockedAgain(std::mutex *M) {
  std::unique_lock<std::mutex> L(*M);
  L.unlock();
  work();
  L.lock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void adopted(std::mutex *M) {
  M->lock();
  {
    std::lock_guard<std::mutex> G(*M, std::adopt_lock);
    work();
  }
  delete M; // TN
}

void adoptedTooLong(std::mutex *M) {
  M->lock();
  std::lock_guard<std::mutex> G(*M, std::adopt_lock);
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// release() forgets the mutex without unlocking it.
void released() {
  std::mutex M;
  std::unique_lock<std::mutex> L(M);
  L.release();
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void releasedAndUnlocked() {
  std::mutex M;
  std::unique_lock<std::mutex> L(M);
  L.release()->unlock();
} // TN

// Where the paths meet again, what the guard holds is one of two, unless they are
// told apart by something that is still known.
void releasedOnOnePath(std::mutex *M, bool Keeps) {
  {
    std::unique_lock<std::mutex> L(*M);
    if (Keeps)
      L.release();
  }
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'M' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void releasedOnAPathThatIsForgotten(std::mutex *M) {
  {
    std::unique_lock<std::mutex> L(*M);
    if (ask())
      L.release();
  }
  delete M; // FN nothing tells the paths apart
}

void timed(std::timed_mutex *M) {
  std::unique_lock<std::timed_mutex> L(*M, std::chrono::seconds(1));
  if (!L)
    delete M; // TN
}
