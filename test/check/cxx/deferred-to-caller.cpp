// RUN: %check %s -- -std=c++17
#include <mutex>

struct Item {
  std::mutex Lock;
  void enter() { Lock.lock(); }
  void leave() { Lock.unlock(); }
};

static void drop(Item *I) {
  delete I;
}

void held(Item *I) {
  I->enter();
  drop(I); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'I->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void released(Item *I) {
  I->enter();
  I->leave();
  drop(I); // TN
}
