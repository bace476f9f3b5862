// RUN: %check %s -- -std=c++17
#include <mutex>
#include <memory>
#include <vector>
#include <map>
#include <list>
#include <deque>
#include <set>
#include <unordered_map>
#include <string>
struct Item { std::mutex Lock; int Refs = 1; Item() {} Item(int) {} };
struct Dtor { std::mutex Lock; std::string S; };

void a1(std::map<int, Item> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second.Lock);
  M.erase(It); // TP
}

void a2(std::map<int, Item> &M, int K) {
  auto It = M.find(K);
  if (It == M.end()) return;
  It->second.Lock.lock();
  M.erase(It); // TP
}

void a3(std::map<int, Item> &M, int K) {
  auto It = M.find(K);
  It->second.Lock.lock();
  It->second.Lock.unlock();
  M.erase(It);
} // TN

void a4(std::map<int, std::unique_ptr<Item>> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second->Lock);
  M.erase(It); // TP
}

void a5(std::map<int, Item*> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second->Lock);
  M.erase(It);
} // TN

void a6(std::map<int, std::shared_ptr<Item>> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second->Lock);
  M.erase(It);
} // TN

void a7(std::unordered_map<int, Item> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second.Lock);
  M.erase(It); // TP
}

void a8(std::unordered_map<int, Dtor> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second.Lock);
  M.erase(It); // TP
}

void a9(std::map<int, Dtor> &M, int K) {
  auto &D = M[K];
  D.Lock.lock();
  M.erase(K); // TP
}

void b0(std::map<int, Item> &M, int K) {
  auto &D = M.at(K);
  D.Lock.lock();
  M.erase(K); // TP
}

void b1(std::map<int, Item> &M, int K, int J) {
  auto &D = M.at(K);
  std::lock_guard<std::mutex> G(D.Lock);
  M.erase(J);
} // TN

void b2(std::map<int, Item> &M, int K) {
  auto &D = M[K];
  std::lock_guard<std::mutex> G(D.Lock);
  M.clear(); // TP
}

void b3(std::list<Item> &L) {
  for (auto It = L.begin(); It != L.end(); ++It) { It->Lock.lock(); L.erase(It); return; } // TP
}

void b4(std::list<Item> &L) {
  L.front().Lock.lock();
  L.pop_front(); // TP
}

void b5(std::list<Item> &L) {
  L.back().Lock.lock();
  L.pop_back(); // TP
}

void b6(std::deque<Item> &L) {
  L.front().Lock.lock();
  L.pop_front(); // TP
}

void c1(std::vector<Item*> &V, int I) {
  V[I]->Lock.lock();
  V.clear();
} // TN

void c2(std::vector<Item*> &V) {
  V.back()->Lock.lock();
  V.pop_back();
} // TN

void c3(std::vector<std::unique_ptr<Item>> &V) {
  auto &P = V.front();
  std::lock_guard G(P->Lock);
  V.erase(V.begin()); // TP
}

void c4(std::list<std::unique_ptr<Item>> &V) {
  auto &P = V.front();
  std::lock_guard G(P->Lock);
  V.pop_front(); // TP
}

void c5(std::list<std::unique_ptr<Item>> &V) {
  auto &P = V.front();
  std::lock_guard G(P->Lock);
  auto Q = std::move(P);
  V.pop_front();
  Q.release();
} // TN

void c6() {
  std::map<int, Item> M;
  auto &I = M[3];
  I.Lock.lock();
} // TP

void c7() {
  std::map<int, Item> M;
  auto &I = M[3];
  std::lock_guard G(I.Lock);
} // TN

void d1() {
  std::vector<Item> V(3);
  V[0].Lock.lock();
  V[0].Lock.unlock();
} // TN

void d2(std::map<int, Item> &M) {
  for (auto It = M.begin(); It != M.end();) { std::unique_lock L(It->second.Lock); if (It->second.Refs == 0) It = M.erase(It); else ++It; } // TP
}

void d3(std::map<int, Item> &M) {
  for (auto It = M.begin(); It != M.end();) { bool D; { std::unique_lock L(It->second.Lock); D = It->second.Refs == 0; } if (D) It = M.erase(It); else ++It; }
} // TN
struct Owner { std::mutex M; std::map<int, Item> Items; void f(int K) { std::lock_guard G(M); Items.erase(K); } void g(int K) { std::lock_guard G(M); auto It = Items.find(K); { std::lock_guard H(It->second.Lock); } Items.erase(It); Items.clear(); } };

void d4(std::map<int, Owner> &O, int K) {
  auto It = O.find(K);
  It->second.f(3);
  O.erase(It);
} // TN

void d5(std::unordered_map<int, std::unique_ptr<Item>> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second->Lock);
  M.erase(It); // TP
}

void d6(std::unordered_map<int, std::unique_ptr<Item>> &M, int K) {
  auto &I = *M[K];
  std::lock_guard<std::mutex> G(I.Lock);
  M.erase(K); // TP
}

void d7(std::map<int, std::unique_ptr<Item>> &M, int K) {
  std::lock_guard<std::mutex> G(M[K]->Lock);
  M.erase(K); // TP
}

void d8(std::map<int, std::unique_ptr<Item>> &M, int K) {
  std::lock_guard<std::mutex> G(M[K]->Lock);
  M[K].reset(); // TP
}

void d9(std::map<int, std::unique_ptr<Item>> &M, int K) {
  std::lock_guard<std::mutex> G(M[K]->Lock);
  M[K] = nullptr; // TP
}

// What the position in a sequence names is not followed through arithmetic.
void sequenceErased(std::vector<std::unique_ptr<Item>> &V, int I) {
  V[I]->Lock.lock();
  V.erase(V.begin() + I); // FN: an index and an iterator are two names
}

void sequenceCleared(std::vector<std::unique_ptr<Item>> &V, int I) {
  V[I]->Lock.lock();
  V.clear(); // FN: the loop over the elements does not name this one
}

void sequenceEnds() {
  std::vector<Item> V(3);
  V[0].Lock.lock();
} // FN: the elements of a local vector do not end with it
