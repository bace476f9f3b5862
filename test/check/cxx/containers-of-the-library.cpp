// RUN: %check %s -- -std=c++17
#include <mutex>
#include <memory>
#include <vector>
#include <map>
#include <list>
#include <deque>
#include <queue>
#include <set>
#include <unordered_map>
#include <string>
struct Item { std::mutex Lock; int Refs = 1; Item() {} Item(int) {} };
struct Dtor { std::mutex Lock; std::string S; };

void iteratorErasedUnderItsGuard(std::map<int, Item> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second.Lock);
  M.erase(It); // TP
}

void iteratorErasedLocked(std::map<int, Item> &M, int K) {
  auto It = M.find(K);
  if (It == M.end()) return;
  It->second.Lock.lock();
  M.erase(It); // TP
}

void iteratorErasedUnlocked(std::map<int, Item> &M, int K) {
  auto It = M.find(K);
  It->second.Lock.lock();
  It->second.Lock.unlock();
  M.erase(It);
} // TN

void ownerErased(std::map<int, std::unique_ptr<Item>> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second->Lock);
  M.erase(It); // TP
}

void pointerErased(std::map<int, Item*> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second->Lock);
  M.erase(It);
} // TN

void sharedOwnerErased(std::map<int, std::shared_ptr<Item>> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second->Lock);
  M.erase(It);
} // TN

void hashedErased(std::unordered_map<int, Item> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second.Lock);
  M.erase(It); // TP
}

void hashedWithDestructorErased(std::unordered_map<int, Dtor> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second.Lock);
  M.erase(It); // TP
}

void keyErased(std::map<int, Dtor> &M, int K) {
  auto &D = M[K];
  D.Lock.lock();
  M.erase(K); // TP
}

void keyOfAtErased(std::map<int, Item> &M, int K) {
  auto &D = M.at(K);
  D.Lock.lock();
  M.erase(K); // TP
}

void anotherKeyErased(std::map<int, Item> &M, int K, int J) {
  auto &D = M.at(K);
  std::lock_guard<std::mutex> G(D.Lock);
  M.erase(J);
} // TN

void mapCleared(std::map<int, Item> &M, int K) {
  auto &D = M[K];
  std::lock_guard<std::mutex> G(D.Lock);
  M.clear(); // TP
}

void foundInTheListAndErased(std::list<Item> &L) {
  for (auto It = L.begin(); It != L.end(); ++It) { It->Lock.lock(); L.erase(It); return; } // TP
}

void listFrontPopped(std::list<Item> &L) {
  L.front().Lock.lock();
  L.pop_front(); // TP
}

void listBackPopped(std::list<Item> &L) {
  L.back().Lock.lock();
  L.pop_back(); // TP
}

void dequeFrontPopped(std::deque<Item> &L) {
  L.front().Lock.lock();
  L.pop_front(); // TP
}

void pointersCleared(std::vector<Item*> &V, int I) {
  V[I]->Lock.lock();
  V.clear();
} // TN

void pointerPopped(std::vector<Item*> &V) {
  V.back()->Lock.lock();
  V.pop_back();
} // TN

void firstOwnerErased(std::vector<std::unique_ptr<Item>> &V) {
  auto &P = V.front();
  std::lock_guard G(P->Lock);
  V.erase(V.begin()); // TP
}

void firstOwnerPopped(std::list<std::unique_ptr<Item>> &V) {
  auto &P = V.front();
  std::lock_guard G(P->Lock);
  V.pop_front(); // TP
}

void movedOutBeforeThePop(std::list<std::unique_ptr<Item>> &V) {
  auto &P = V.front();
  std::lock_guard G(P->Lock);
  auto Q = std::move(P);
  V.pop_front();
  Q.release();
} // TN

void localMapEndsLocked() {
  std::map<int, Item> M;
  auto &I = M[3];
  I.Lock.lock();
} // TP

void localMapEndsAfterTheGuard() {
  std::map<int, Item> M;
  auto &I = M[3];
  std::lock_guard G(I.Lock);
} // TN

void localVectorEndsUnlocked() {
  std::vector<Item> V(3);
  V[0].Lock.lock();
  V[0].Lock.unlock();
} // TN

void erasedInTheLoopUnderTheGuard(std::map<int, Item> &M) {
  for (auto It = M.begin(); It != M.end();) { std::unique_lock L(It->second.Lock); if (It->second.Refs == 0) It = M.erase(It); else ++It; } // TP
}

void erasedInTheLoopAfterTheGuard(std::map<int, Item> &M) {
  for (auto It = M.begin(); It != M.end();) { bool D; { std::unique_lock L(It->second.Lock); D = It->second.Refs == 0; } if (D) It = M.erase(It); else ++It; }
} // TN
struct Owner { std::mutex M; std::map<int, Item> Items; void f(int K) { std::lock_guard G(M); Items.erase(K); } void g(int K) { std::lock_guard G(M); auto It = Items.find(K); { std::lock_guard H(It->second.Lock); } Items.erase(It); Items.clear(); } };

void lockOfTheOwnerAroundAnErase(std::map<int, Owner> &O, int K) {
  auto It = O.find(K);
  It->second.f(3);
  O.erase(It);
} // TN

void hashedOwnerErased(std::unordered_map<int, std::unique_ptr<Item>> &M, int K) {
  auto It = M.find(K);
  std::lock_guard<std::mutex> G(It->second->Lock);
  M.erase(It); // TP
}

void ownerReachedByKeyErased(std::unordered_map<int, std::unique_ptr<Item>> &M, int K) {
  auto &I = *M[K];
  std::lock_guard<std::mutex> G(I.Lock);
  M.erase(K); // TP
}

void ownerOfTheKeyErased(std::map<int, std::unique_ptr<Item>> &M, int K) {
  std::lock_guard<std::mutex> G(M[K]->Lock);
  M.erase(K); // TP
}

void ownerOfTheKeyReset(std::map<int, std::unique_ptr<Item>> &M, int K) {
  std::lock_guard<std::mutex> G(M[K]->Lock);
  M[K].reset(); // TP
}

void ownerOfTheKeyAssigned(std::map<int, std::unique_ptr<Item>> &M, int K) {
  std::lock_guard<std::mutex> G(M[K]->Lock);
  M[K] = nullptr; // TP
}

// An index and an iterator that is as far from the start name one element.
void sequenceErased(std::vector<std::unique_ptr<Item>> &V, int I) {
  V[I]->Lock.lock();
  V.erase(V.begin() + I); // TP
}

void sequenceErasedUnlocked(std::vector<std::unique_ptr<Item>> &V, int I) {
  V[I]->Lock.lock();
  V[I]->Lock.unlock();
  V.erase(V.begin() + I); // TN
}

void anotherOfTheSequenceErased(std::vector<std::unique_ptr<Item>> &V, int I,
                                int J) {
  V[I]->Lock.lock();
  V.erase(V.begin() + J); // TN
}

void movedOutOfTheSequence(std::vector<std::unique_ptr<Item>> &V, int I) {
  auto P = std::move(V[I]);
  P->Lock.lock();
  V.erase(V.begin() + I); // TN
  P->Lock.unlock();
}

void atErased(std::vector<std::unique_ptr<Item>> &V) {
  V.at(0)->Lock.lock();
  V.erase(V.begin()); // TP
}

void elementsCleared(std::vector<Item> &V, int I) {
  V[I].Lock.lock();
  V.clear(); // TP
}

void elementsClearedUnlocked(std::vector<Item> &V, int I) {
  V[I].Lock.lock();
  V[I].Lock.unlock();
  V.clear(); // TN
}

void elementPopped(std::vector<Item> &V) {
  V.back().Lock.lock();
  V.pop_back(); // TP
}

void sequenceCleared(std::vector<std::unique_ptr<Item>> &V, int I) {
  V[I]->Lock.lock();
  V.clear(); // TP
}

void sequenceClearedUnlocked(std::vector<std::unique_ptr<Item>> &V, int I) {
  V[I]->Lock.lock();
  V[I]->Lock.unlock();
  V.clear(); // TN
}

void lastOfTheSequenceCleared(std::vector<std::unique_ptr<Item>> &V) {
  V.back()->Lock.lock();
  V.clear(); // TP
}

void movedOutBeforeClear(std::vector<std::unique_ptr<Item>> &V, int I) {
  auto P = std::move(V[I]);
  P->Lock.lock();
  V.clear(); // TN
  P->Lock.unlock();
}

void releasedBeforeClear(std::vector<std::unique_ptr<Item>> &V, int I) {
  Item *P = V[I].release();
  P->Lock.lock();
  V.clear(); // TN
  P->Lock.unlock();
  delete P; // TN
}

void sharedSequenceCleared(std::vector<std::shared_ptr<Item>> &V, int I) {
  V[I]->Lock.lock();
  V.clear(); // TN
}

struct Group {
  std::vector<std::unique_ptr<Item>> Items;
};

void groupDeleted(Group *G) {
  G->Items[0]->Lock.lock();
  delete G; // TP
}

void groupDeletedUnlocked(Group *G) {
  G->Items[0]->Lock.lock();
  G->Items[0]->Lock.unlock();
  delete G; // TN
}

void sequenceEnds() {
  std::vector<Item> V(3);
  V[0].Lock.lock();
} // TP

void sequenceEndsUnlocked() {
  std::vector<Item> V(3);
  V[0].Lock.lock();
  V[0].Lock.unlock();
} // TN

void sequenceOfOwnersEnds() {
  std::vector<std::unique_ptr<Item>> V;
  V.push_back(std::make_unique<Item>());
  V[0]->Lock.lock();
} // TP

void sequenceOfOwnersEndsUnderAGuard() {
  std::vector<std::unique_ptr<Item>> V;
  V.push_back(std::make_unique<Item>());
  std::lock_guard<std::mutex> G(V[0]->Lock);
} // TN

void sequenceMovedAway(std::vector<std::unique_ptr<Item>> &Out) {
  std::vector<std::unique_ptr<Item>> V(1);
  V[0] = std::make_unique<Item>();
  V[0]->Lock.lock();
  Out = std::move(V);
} // TN

void dequeBackPopped(std::deque<Item> &D) {
  D.back().Lock.lock();
  D.pop_back(); // TP
}

void dequeBackPoppedUnlocked(std::deque<Item> &D) {
  D.back().Lock.lock();
  D.back().Lock.unlock();
  D.pop_back(); // TN
}

void dequeUnlockedByIndex(std::deque<Item> &D) {
  D.front().Lock.lock();
  D[0].Lock.unlock();
  D.pop_front(); // TN
}

void dequeUnlockedByIterator(std::deque<Item> &D) {
  D.back().Lock.lock();
  for (Item &I : D)
    I.Lock.unlock();
  D.pop_back(); // TN
}

// Another element is the last one now.
void anotherOnePopped(std::deque<std::unique_ptr<Item>> &D) {
  D.back()->Lock.lock();
  D.push_back(std::make_unique<Item>());
  D.pop_back(); // TN
}

void dequeOtherEndPopped(std::deque<Item> &D) {
  D.front().Lock.lock();
  D.pop_back(); // TN
}

void dequeOfOwnersPopped(std::deque<std::unique_ptr<Item>> &D) {
  std::lock_guard<std::mutex> G(D.front()->Lock);
  D.pop_front(); // TP
}

void movedOutOfTheDeque(std::deque<std::unique_ptr<Item>> &D) {
  auto P = std::move(D.front());
  std::lock_guard<std::mutex> G(P->Lock);
  D.pop_front(); // TN
}

void dequeOfPointersPopped(std::deque<Item *> &D) {
  D.front()->Lock.lock();
  D.pop_front(); // TN
}

void queuePopped(std::queue<std::unique_ptr<Item>> &Q) {
  Q.front()->Lock.lock();
  Q.pop(); // TP
}

void queuePoppedUnlocked(std::queue<std::unique_ptr<Item>> &Q) {
  Q.front()->Lock.lock();
  Q.front()->Lock.unlock();
  Q.pop(); // TN
}

void listOfOwnersPopped(std::list<std::unique_ptr<Item>> &L) {
  L.back()->Lock.lock();
  L.pop_back(); // TP
}

void listOfOwnersPoppedUnlocked(std::list<std::unique_ptr<Item>> &L) {
  L.back()->Lock.lock();
  L.back()->Lock.unlock();
  L.pop_back(); // TN
}
