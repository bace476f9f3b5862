// RUN: %check %s -- -std=c++17
#include <mutex>

void work();

template <typename M> class Locker {
public:
  explicit Locker(M &Mutex) : Mutex(&Mutex) { Mutex.lock(); }
  ~Locker() {
    if (Mutex)
      Mutex->unlock();
  }
  void dismiss() { Mutex = nullptr; }

private:
  M *Mutex;
};

void endsBefore(std::mutex *M) {
  {
    Locker<std::mutex> L(*M);
    work();
  }
  delete M; // TN
}

void outlives(std::mutex *M) {
  Locker<std::mutex> L(*M);
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void dismissed(std::mutex *M) {
  {
    Locker<std::mutex> L(*M);
    L.dismiss();
  }
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}
