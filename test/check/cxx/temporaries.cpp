// A temporary ends with the full expression, or with the reference that keeps it.
// RUN: %check %s -- -std=c++17
#include <memory>
#include <mutex>
#include <utility>

void work();

struct Item {
  std::mutex Lock;
  int Value = 0;
  ~Item() { work(); }
  Item &lock() {
    Lock.lock();
    return *this;
  }
  Item &unlock() {
    Lock.unlock();
    return *this;
  }
};

void lockedInAnExpression() {
  Item().lock(); // TP
}

void unlockedInTheSameExpression() {
  Item().lock().unlock(); // TN
}

void keptByAReference() {
  const Item &I = Item();
  const_cast<Item &>(I).lock();
  work();
} // TP

void keptByAReferenceAndUnlocked() {
  const Item &I = Item();
  const_cast<Item &>(I).lock().unlock();
} // TN

static int valueOf(Item &&I) {
  I.Lock.lock();
  return I.Value;
}

void lockedByTheCallee() {
  work(), valueOf(Item()); // TP
}

static int guardedValueOf(Item &&I) {
  std::lock_guard<std::mutex> G(I.Lock);
  return I.Value;
}

void guardedByTheCallee() {
  guardedValueOf(Item()); // TN
}

// An owner that is a temporary.
void ownedByATemporary() {
  std::make_unique<Item>()->lock(); // TP
}

void ownedByATemporaryUnlocked() {
  std::make_unique<Item>()->lock().unlock(); // TN
}

// A guard that is a temporary does not outlive anything.
void guardIsATemporary(Item *I) {
  std::lock_guard<std::mutex>{I->Lock};
  delete I; // TN
}

void guardIsNoTemporary(Item *I) {
  std::lock_guard<std::mutex> G{I->Lock};
  delete I; // TP
}
