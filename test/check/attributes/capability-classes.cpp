// Thread-safety attributes on classes whose bodies cannot be seen.
// RUN: %check %s -- -std=c++17
#define CAPABILITY(x) __attribute__((capability(x)))
#define SCOPED __attribute__((scoped_lockable))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define TRY_ACQUIRE(...) __attribute__((try_acquire_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))
#define REQUIRES(...) __attribute__((requires_capability(__VA_ARGS__)))
#define EXCLUDES(...) __attribute__((locks_excluded(__VA_ARGS__)))

class CAPABILITY("mutex") Mutex {
public:
  Mutex();
  ~Mutex();
  void lock() ACQUIRE();
  bool tryLock() TRY_ACQUIRE(true);
  void unlock() RELEASE();

private:
  void *Impl;
};

struct Adopt {};
class SCOPED Guard {
public:
  explicit Guard(Mutex &M) ACQUIRE(M);
  Guard(Mutex &M, Adopt) REQUIRES(M);
  Guard(Mutex *M, int Deferred) EXCLUDES(M);
  ~Guard() RELEASE();
  void lock() ACQUIRE();
  void unlock() RELEASE();

private:
  Mutex &M;
};

struct Owner {
  Mutex M;
  int Data;
};

void scope_ends() {
  Mutex M;
  M.lock();
} // TP
// CHECK: :[[@LINE-1]]:1: warning: semaphore 'M' goes out of scope while it is still set

void scope_ends_unlocked() {
  Mutex M;
  if (!M.tryLock())
    return; // TN
  M.unlock();
} // TN

void deleted(Mutex *M) {
  M->lock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'M' while it is still set
}

void guard_ends_first() {
  Mutex M;
  Guard G(M);
} // TN

void guard_outlives_the_lock(Owner *O) {
  Guard G(O->M);
  O->Data = 0;
  delete O; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'O->M' while it is still set
}

void guard_unlocked_early(Owner *O) {
  Guard G(O->M);
  G.unlock();
  delete O; // TN
}

void guard_locked_again(Owner *O) {
  Guard G(O->M);
  G.unlock();
  G.lock();
  delete O; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'O->M' while it is still set
}

void guard_that_adopts(Owner *O) {
  O->M.lock();
  { Guard G(O->M, Adopt()); }
  delete O; // TN
}

void guard_that_waits(Owner *O) {
  Guard G(&O->M, 0);
  delete O; // TN
}
