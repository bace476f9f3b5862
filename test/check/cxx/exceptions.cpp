// RUN: %check %s -- -std=c++17
#include <mutex>

void work();

struct Item {
  std::mutex Lock;
};

void guardReleasesOnTheWay(Item *I) {
  try {
    std::lock_guard<std::mutex> G(I->Lock);
    throw 1;
  } catch (int) {
  }
  delete I; // TN
}

void thrownWhileHeld(Item *I, bool C) {
  try {
    I->Lock.lock();
    if (C)
      throw 1;
    I->Lock.unlock();
  } catch (int) {
    delete I; // FN: a throw is not followed to its handler
  }
}

void unwound(bool C) {
  std::mutex M;
  M.lock();
  if (C)
    throw 1; // FN: the ends of scopes that a throw leaves are not followed
  M.unlock();
} // TN
