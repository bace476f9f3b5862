// RUN: %check %s -- -std=c++17
#include <mutex>

class Queue {
public:
  // The member ends with the object, still locked.
  ~Queue() {
    Lock.lock();
    Items = 0;
  } // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'Lock' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

private:
  std::mutex Lock;
  int Items = 1;
};

class GoodQueue {
public:
  ~GoodQueue() {
    Lock.lock();
    Items = 0;
    Lock.unlock();
  } // TN

private:
  std::mutex Lock;
  int Items = 1;
};

class GuardedQueue {
public:
  ~GuardedQueue() {
    std::lock_guard<std::mutex> G(Lock);
    Items = 0;
  } // TN

private:
  std::mutex Lock;
  int Items = 1;
};

class Owner {
public:
  void enter() { Lock.lock(); }
  void leave() { Lock.unlock(); }

private:
  std::mutex Lock;
};

void heldByOwner() {
  Owner O;
  O.enter();
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'O.Lock' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void releasedByOwner() {
  Owner O;
  O.enter();
  O.leave();
} // TN

// Members end before bases, whatever the base's destructor does.
struct UnseenBase {
  virtual ~UnseenBase();
};
struct Derived : UnseenBase {
  std::mutex M;
};

void derivedEndsLocked() {
  Derived D;
  D.M.lock();
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'D.M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void derivedEndsUnlocked() {
  Derived D;
  D.M.lock();
  D.M.unlock();
} // TN
