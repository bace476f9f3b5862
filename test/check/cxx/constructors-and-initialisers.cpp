// RUN: %check %s -- -std=c++17
#include <mutex>

// A constructor that delegates to one that locks.
struct Delegating {
  std::mutex Lock;
  Delegating() : Delegating(1) {}
  explicit Delegating(int) { Lock.lock(); }
};

void delegating() {
  Delegating D;
} // TP

struct DelegatingReleased {
  std::mutex Lock;
  DelegatingReleased() : DelegatingReleased(1) { Lock.unlock(); }
  explicit DelegatingReleased(int) { Lock.lock(); }
};

void delegatingReleased() {
  DelegatingReleased D;
} // TN

// Default member initialisers run in the constructor.
struct Initialised {
  std::mutex Lock;
  bool Held = (Lock.lock(), true);
};

void initialised() {
  Initialised I;
} // TP

struct GuardInitialised {
  std::mutex Lock;
  std::unique_lock<std::mutex> Guard{Lock};
};

void guardInitialised() {
  GuardInitialised G;
} // TN

// The lock is in a base without a destructor.
struct Base {
  std::mutex Lock;
};
struct Derived : Base {
  int Value = 0;
};

void inABase() {
  Derived D;
  D.Lock.lock();
} // TP

void inABaseReleased() {
  Derived D;
  D.Lock.lock();
  D.Lock.unlock();
} // TN
