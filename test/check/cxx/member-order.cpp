// RUN: %check %s -- -std=c++17
#include <mutex>

// Members end in reverse order of declaration: the guard goes first.
class Good {
public:
  Good() : Guard(Lock) {}

private:
  std::mutex Lock;
  std::unique_lock<std::mutex> Guard;
};

// Here the mutex goes first, and the guard then unlocks what is gone.
class Bad {
public:
  explicit Bad() { Guard = std::unique_lock<std::mutex>(Lock); }

private:
  std::unique_lock<std::mutex> Guard;
  std::mutex Lock;
};

void good() {
  Good G;
} // TN

void bad() {
  Bad B;
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'B.Lock' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)
// CHECK: note: 'B.Guard' outlives the semaphore: its destructor unlocks a lock that is gone{{$}}

// The same with initialisers; the guard is told the address of a lock that is
// not made yet, and outlives it.
struct Held {
  std::mutex Lock;
  Held() { Lock.lock(); }
};
class BadFromBirth {
  std::unique_lock<std::mutex> Guard;
  Held Inner;

public:
  BadFromBirth() : Guard(Inner.Lock, std::defer_lock), Inner() {
    Guard = std::unique_lock<std::mutex>(Inner.Lock, std::adopt_lock);
  }
};
class GoodFromBirth {
  Held Inner;
  std::unique_lock<std::mutex> Guard{Inner.Lock, std::adopt_lock};
};

void badFromBirth() {
  BadFromBirth B;
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'B.Inner.Lock' goes out of scope while it is still set

void goodFromBirth() {
  GoodFromBirth G;
} // TN
