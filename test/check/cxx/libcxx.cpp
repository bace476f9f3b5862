// The other standard library: its owners and guards are understood as well.
// REQUIRES: libc++
// RUN: %check %s -- -std=c++17 -stdlib=libc++
// RUN: %check %s -- -std=c++20 -stdlib=libc++ -fno-exceptions
#include <deque>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

struct Item {
  std::mutex Lock;
};

void guardOutlives(Item *I) {
  std::unique_lock<std::mutex> L(I->Lock);
  delete I; // TP
}

void guardUnlocks(Item *I) {
  std::unique_lock<std::mutex> L(I->Lock);
  L.unlock();
  delete I; // TN
}

void uniqueEnds() {
  auto P = std::make_unique<Item>();
  P->Lock.lock();
} // TP

void uniqueEndsReleased() {
  auto P = std::make_unique<Item>();
  P->Lock.lock();
  P->Lock.unlock();
} // TN

void uniqueMoved() {
  auto P = std::make_unique<Item>();
  P->Lock.lock();
  auto Q = std::move(P);
} // TP

void sharedLast() {
  auto P = std::make_shared<Item>();
  std::unique_lock<std::mutex> L(P->Lock);
  P.reset(); // TP
}

void sharedLastReleased() {
  auto P = std::make_shared<Item>();
  {
    std::unique_lock<std::mutex> L(P->Lock);
  }
  P.reset(); // TN
}

void sharedEnds() {
  auto P = std::make_shared<Item>();
  P->Lock.lock();
} // TP

void keep(std::shared_ptr<Item>);

void sharedGivenAway() {
  auto P = std::make_shared<Item>();
  keep(P);
  P->Lock.lock();
} // TN

void sharedCopied() {
  auto P = std::make_shared<Item>();
  auto Q = P;
  P->Lock.lock();
  P.reset(); // TN
  Q->Lock.unlock();
}

void optionalReset() {
  std::optional<Item> O;
  O.emplace();
  O->Lock.lock();
  O.reset(); // FN libc++ only notes that there is no value
} // TP

void optionalResetReleased() {
  std::optional<Item> O;
  O.emplace();
  O->Lock.lock();
  O->Lock.unlock();
  O.reset(); // TN
}

void ownersCleared(std::vector<std::unique_ptr<Item>> &V, int I) {
  V[I]->Lock.lock();
  V.clear(); // TP
}

void ownersClearedReleased(std::vector<std::unique_ptr<Item>> &V, int I) {
  V[I]->Lock.lock();
  V[I]->Lock.unlock();
  V.clear(); // TN
}

void dequePopped(std::deque<Item> &D) {
  D.back().Lock.lock();
  D.pop_back(); // TP
}

void dequePoppedReleased(std::deque<Item> &D) {
  D.back().Lock.lock();
  D.back().Lock.unlock();
  D.pop_back(); // TN
}

void mapErased(std::map<int, Item> &M, int K) {
  std::lock_guard<std::mutex> G(M[K].Lock);
  M.erase(K); // TP
}
