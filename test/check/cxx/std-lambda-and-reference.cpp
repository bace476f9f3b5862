// RUN: %check %s -- -std=c++17
#include <mutex>

template <typename F> void locked(std::mutex &M, F f) {
  std::lock_guard<std::mutex> G(M);
  f();
}

void inLambda(std::mutex *M) {
  locked(*M, [] {});
  delete M; // TN
}

void deletedInLambda(std::mutex *M) {
  locked(*M, [M] {
    delete M; // FN: the caller's lock is not known inside the lambda
  });
}

void reference(std::mutex *M) {
  std::mutex &R = *M;
  R.lock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void referenceReleased(std::mutex *M) {
  std::mutex &R = *M;
  R.lock();
  M->unlock();
  delete &R; // TN
}
