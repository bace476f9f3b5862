// A lock with attributes that is made of a lock that a model knows. Attributes
// of unseen functions name the outer one; visible bodies work on the inner one.
// RUN: %check %s -- -std=c++17
#include <pthread.h>
#define CAPABILITY(x) __attribute__((capability(x)))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))

class CAPABILITY("mutex") Mutex {
public:
  void lock() ACQUIRE() { pthread_mutex_lock(&M); }
  void unlock() RELEASE() { pthread_mutex_unlock(&M); }
  void slow() ACQUIRE();

private:
  long Owner;
  pthread_mutex_t M;
};

class Conn {
public:
  void begin() ACQUIRE(Mu);
  void end() RELEASE(Mu);
  Mutex Mu;
};

void unlockedInside(Conn *C) {
  C->begin();
  C->Mu.unlock();
  delete C; // TN
}

void lockedInside(Conn *C) {
  C->Mu.lock();
  C->end();
  delete C; // TN
}

void lockedSlowly(Mutex *M) {
  M->slow();
  M->unlock();
  delete M; // TN
}

void taken(Mutex &M) ACQUIRE(M);
void takenByFunction(Mutex *M) {
  taken(*M);
  M->unlock();
  delete M; // TN
}

void notUnlocked(Conn *C) {
  C->begin();
  delete C; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'C->Mu' while it is still set
}

static Mutex Global;
void globalEnd() RELEASE(Global);
void lockedInsideTheGlobal() {
  Global.lock();
  globalEnd();
  Global.~Mutex(); // TN
}
