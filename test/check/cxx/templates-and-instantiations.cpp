// RUN: %check %s -- -std=c++17
#include <mutex>

template <typename M> void notInstantiated(M *Mutex) {
  Mutex->lock();
  delete Mutex; // TN
}

// Two instantiations, one finding.
template <typename M> void instantiated(M *Mutex) {
  Mutex->lock();
  delete Mutex; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'Mutex' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK: note: in the instantiation 'instantiated<std::mutex>', which is asked for here{{$}}
}

void use(std::mutex *A, std::timed_mutex *B) {
  instantiated(A);
  instantiated(B);
}
