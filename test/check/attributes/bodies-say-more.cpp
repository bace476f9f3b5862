// Where bodies can be seen, they count, and the attributes do not count again.
// RUN: %check %s -- -std=c++17
#include <pthread.h>
#define CAPABILITY(x) __attribute__((capability(x)))
#define SCOPED __attribute__((scoped_lockable))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))

class CAPABILITY("mutex") Mutex {
public:
  Mutex() { pthread_mutex_init(&M, nullptr); }
  ~Mutex() { pthread_mutex_destroy(&M); }
  void lock() ACQUIRE() { pthread_mutex_lock(&M); }
  void unlock() RELEASE() { pthread_mutex_unlock(&M); }

private:
  pthread_mutex_t M;
};

class SCOPED Guard {
public:
  explicit Guard(Mutex &M) ACQUIRE(M) : M(M) { M.lock(); }
  ~Guard() RELEASE() { M.unlock(); }

private:
  Mutex &M;
};

void balanced() {
  Mutex M;
  Guard G(M);
} // TN

void deleted(Mutex *M) {
  M->lock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:3: warning: {{freeing|closing}} semaphore '{{.*}}' while it is still set
}

