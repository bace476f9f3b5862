// RUN: %check %s -- -std=c++17
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

struct Item {
  std::mutex Lock;
};

void listCleared(std::list<Item> &L) {
  L.front().Lock.lock();
  L.clear(); // TP
}

void listClearedReleased(std::list<Item> &L) {
  L.front().Lock.lock();
  L.front().Lock.unlock();
  L.clear(); // TN
}

void mapErased(std::map<int, Item> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second.Lock);
  M.erase(It); // TP
}

void mapErasedAfterGuard(std::map<int, Item> &M, int K) {
  auto It = M.find(K);
  {
    std::lock_guard<std::mutex> G(It->second.Lock);
  }
  M.erase(It); // TN
}

void popped(std::vector<std::unique_ptr<Item>> &V) {
  V.back()->Lock.lock();
  V.pop_back(); // TP
}

void anotherElement(std::map<int, Item> &M, int K, int J) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second.Lock);
  M.erase(J); // TN
}
