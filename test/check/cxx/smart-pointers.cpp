// RUN: %check %s -- -std=c++17
#include <memory>
#include <mutex>
#include <optional>

struct Item {
  std::mutex Lock;
};

void uniqueReset() {
  auto P = std::make_unique<Item>();
  P->Lock.lock();
  P.reset(); // TP
}

void uniqueResetReleased() {
  auto P = std::make_unique<Item>();
  P->Lock.lock();
  P->Lock.unlock();
  P.reset(); // TN
}

void uniqueEnds() {
  std::unique_ptr<Item> P(new Item);
  P->Lock.lock();
} // TP

void uniqueEndsReleased() {
  std::unique_ptr<Item> P(new Item);
  P->Lock.lock();
  P->Lock.unlock();
} // TN

void uniqueAssigned() {
  auto P = std::make_unique<Item>();
  P->Lock.lock();
  P = std::make_unique<Item>(); // TP
}

void uniqueReleased() {
  auto P = std::make_unique<Item>();
  P->Lock.lock();
  Item *Raw = P.release();
  P.reset(); // TN
  Raw->Lock.unlock();
  delete Raw; // TN
}

// The guard outlives the last reference.
void sharedLast() {
  auto P = std::make_shared<Item>();
  std::unique_lock<std::mutex> L(P->Lock);
  P.reset(); // TP
}

void sharedNotLast(std::shared_ptr<Item> Other) {
  auto P = Other;
  std::unique_lock<std::mutex> L(P->Lock);
  P.reset(); // TN
}

void optionalReset() {
  std::optional<Item> O;
  O.emplace();
  O->Lock.lock();
  O.reset(); // TP
}

void optionalResetReleased() {
  std::optional<Item> O;
  O.emplace();
  O->Lock.lock();
  O->Lock.unlock();
  O.reset(); // TN
}

void optionalEnds() {
  std::optional<Item> O;
  O.emplace();
  O->Lock.lock();
} // TP

void optionalFilledAnew() {
  std::optional<Item> O;
  O.emplace();
  O->Lock.lock();
  O.emplace(); // TP
}

void optionalSetToNothing() {
  std::optional<Item> O;
  O.emplace();
  O->Lock.lock();
  O = std::nullopt; // TP
}

void uniqueArrayReset() {
  auto P = std::make_unique<Item[]>(3);
  P[1].Lock.lock();
  P.reset(); // TP
}

void uniqueArrayResetReleased() {
  auto P = std::make_unique<Item[]>(3);
  P[1].Lock.lock();
  P[1].Lock.unlock();
  P.reset(); // TN
}

void uniqueSetToNull(std::unique_ptr<Item> P) {
  P->Lock.lock();
  P = nullptr; // TP
}

void uniqueSwapped(std::unique_ptr<Item> P, std::unique_ptr<Item> Q) {
  P->Lock.lock();
  std::swap(P, Q);
  P.reset(); // TN
  Q->Lock.unlock();
}

void uniqueSwappedAndStillHeld(std::unique_ptr<Item> P,
                               std::unique_ptr<Item> Q) {
  P->Lock.lock();
  std::swap(P, Q);
  Q.reset(); // TP
}

// The guard in it ends before the lock in it.
struct Guarded {
  std::mutex Lock;
  std::unique_lock<std::mutex> Guard{Lock};
};

void optionalWithItsGuardReset() {
  std::optional<Guarded> O;
  O.emplace();
  O.reset(); // TN
}
