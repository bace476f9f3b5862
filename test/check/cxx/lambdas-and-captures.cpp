// RUN: %check %s -- -std=c++17
#include <memory>
#include <mutex>
#include <utility>

struct Item {
  std::mutex Lock;
};

void ownBody() {
  auto F = [](Item *I) {
    I->Lock.lock();
    delete I; // TP
  };
  F(new Item);
}

void ownBodyReleased() {
  auto F = [](Item *I) {
    I->Lock.lock();
    I->Lock.unlock();
    delete I; // TN
  };
  F(new Item);
}

void capturedByValue(Item *I) {
  auto F = [I] { delete I; };
  I->Lock.lock();
  F(); // TP
}

void capturedByReference(Item *I) {
  auto F = [&] { delete I; };
  I->Lock.lock();
  F(); // TP
}

void initialised(Item *I) {
  auto F = [P = I] { delete P; };
  I->Lock.lock();
  F(); // TP
}

void releasedInside(Item *I) {
  auto F = [&] { I->Lock.unlock(); };
  I->Lock.lock();
  F();
  delete I; // TN
}

struct Self {
  std::mutex Lock;
  void end() {
    Lock.lock();
    auto F = [this] { delete this; };
    F(); // TP
  }
  void endReleased() {
    Lock.lock();
    auto F = [this] { Lock.unlock(); };
    F();
    delete this; // TN
  }
};
