// The same with exceptions turned off.
// REQUIRES: llvm-at-least-19
// RUN: %check %s -- -std=c++17 -fno-exceptions
// RUN: %check %s -- -std=c++17 -fno-exceptions -fno-rtti
// RUN: %check %S/guard-outlives-the-lock.cpp -- -std=c++17 -fno-exceptions
// RUN: %check %S/smart-pointers.cpp -- -std=c++17 -fno-exceptions
// RUN: %check %S/containers-of-the-library.cpp -- -std=c++17 -fno-exceptions
// RUN: %check %S/locals-with-guards.cpp -- -std=c++17 -fno-exceptions
// RUN: %check %S/unique-lock-states.cpp -- -std=c++17 -fno-exceptions
#include <memory>
#include <mutex>

struct Item {
  std::mutex Lock;
};

void locked(Item *I) {
  I->Lock.lock();
  delete I; // TP
}

void unlocked(Item *I) {
  I->Lock.lock();
  I->Lock.unlock();
  delete I; // TN
}

void ownerReset(std::unique_ptr<Item> &P) {
  std::lock_guard<std::mutex> G(P->Lock);
  P.reset(); // TP
}

void guardEndsFirst(std::unique_ptr<Item> &P) {
  {
    std::lock_guard<std::mutex> G(P->Lock);
  }
  P.reset(); // TN
}
