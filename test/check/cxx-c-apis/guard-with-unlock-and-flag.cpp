// RUN: %check %s
#include <pthread.h>

void work();

// A guard that can be unlocked early, and then does not unlock again.
class Lock {
public:
  explicit Lock(pthread_mutex_t *M) : M(M), Held(true) { pthread_mutex_lock(M); }
  ~Lock() {
    if (Held)
      pthread_mutex_unlock(M);
  }
  void unlock() {
    pthread_mutex_unlock(M);
    Held = false;
  }
  void lock() {
    pthread_mutex_lock(M);
    Held = true;
  }
  pthread_mutex_t *release() {
    Held = false;
    return M;
  }

private:
  pthread_mutex_t *M;
  bool Held;
};

void unlockedEarly(pthread_mutex_t *M) {
  Lock L(M);
  work();
  L.unlock();
  pthread_mutex_destroy(M); // TN
}

void lockedAgain(pthread_mutex_t *M) {
  Lock L(M);
  L.unlock();
  work();
  L.lock();
  pthread_mutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void released(pthread_mutex_t *M) {
  {
    Lock L(M);
    L.release();
  }
  pthread_mutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void releasedAndUnlocked(pthread_mutex_t *M) {
  {
    Lock L(M);
    L.release();
  }
  pthread_mutex_unlock(M);
  pthread_mutex_destroy(M); // TN
}

void unlockedOnOnePath(pthread_mutex_t *M, bool C) {
  Lock L(M);
  if (C)
    L.unlock();
  pthread_mutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
