// RUN: %check %s
namespace Poco {
class Mutex {
  int M[10];

public:
  Mutex();
  ~Mutex();
  void lock();
  void lock(long milliseconds);
  bool tryLock();
  void unlock();
};
class RWLock {
  int L[14];

public:
  RWLock();
  ~RWLock();
  void readLock();
  bool tryWriteLock();
  void unlock();
};
class Semaphore {
  int S[20];

public:
  Semaphore(int n);
  ~Semaphore();
  void set();
  void wait();
};
class Condition {
public:
  template <class Mtx> void wait(Mtx &m) {
    m.unlock();
    block();
    m.lock();
  }
  void block();
};
} // namespace Poco

void locked(Poco::Mutex *M) {
  M->lock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// A lock with a time limit throws when it runs out.
void locked_in_time(Poco::Mutex *M) {
  M->lock(100);
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(Poco::Mutex *M) {
  M->lock();
  M->unlock();
  delete M; // TN
}

void busy(Poco::Mutex *M) {
  if (!M->tryLock())
    delete M; // TN
}

void waited(Poco::Condition &C, Poco::Mutex *M) {
  M->lock();
  C.wait(*M);
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void reading(Poco::RWLock *L) {
  L->readLock();
  delete L; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'L' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void read_and_left(Poco::RWLock *L) {
  L->readLock();
  L->unlock();
  delete L; // TN
}

void signal(void (*Start)(Poco::Semaphore *)) {
  Poco::Semaphore S(0);
  Start(&S);
  S.wait();
} // TN

void permit() {
  Poco::Semaphore S(1);
  S.wait();
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'S' goes out of scope while it may still be set; potential ERROR_SEM_IS_SET (102)
