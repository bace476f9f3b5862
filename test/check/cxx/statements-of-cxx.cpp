// Structured bindings, initialisers in conditions, constexpr if, range-for.
// RUN: %check %s -- -std=c++17
#include <mutex>
#include <utility>
#include <vector>

struct Item {
  std::mutex Lock;
  int Refs = 1;
};
struct Pair {
  std::mutex A;
  int B;
};

void bindings(Pair *P) {
  auto &[A, B] = *P;
  A.lock();
  delete P; // TP
}

void bindingsReleased(Pair *P) {
  auto &[A, B] = *P;
  A.lock();
  P->A.unlock();
  delete P; // TN
}

void bindingsInALoop(std::vector<std::pair<Item *, int>> &V) {
  for (auto &[I, N] : V) {
    I->Lock.lock();
    delete I; // TP
  }
}

void ifWithInitialiser(Item *I) {
  if (std::unique_lock L(I->Lock); I->Refs == 0)
    delete I; // TP
}

void ifWithInitialiserEnds(Item *I) {
  bool Last = false;
  if (std::unique_lock L(I->Lock); I->Refs == 0)
    Last = true;
  if (Last)
    delete I; // TN
}

void switchWithInitialiser(Item *I) {
  switch (std::unique_lock L(I->Lock); I->Refs) {
  case 0:
    delete I; // TP
    break;
  case 1:
    L.unlock();
    delete I; // TN
    break;
  }
}

template <bool Releases> void constexprIf(Item *I) {
  I->Lock.lock();
  if constexpr (Releases)
    I->Lock.unlock();
  delete I; // TP
}

template <bool Releases> void constexprIfReleased(Item *I) {
  I->Lock.lock();
  if constexpr (Releases)
    I->Lock.unlock();
  delete I; // TN
}

void constexprIfs(Item *A, Item *B, Item *C) {
  constexprIf<true>(A);
  constexprIf<false>(B);
  constexprIfReleased<true>(C);
}

void rangeFor(std::vector<Item *> &V) {
  for (Item *I : V) {
    std::lock_guard G(I->Lock);
    delete I; // TP
  }
}

void rangeForEnds(std::vector<Item *> &V) {
  for (Item *I : V) {
    {
      std::lock_guard G(I->Lock);
    }
    delete I; // TN
  }
}

void chosen(bool C, Item *A, Item *B) {
  Item *P = C ? A : B;
  P->Lock.lock();
  delete B; // TP
}

void chosenReference(bool C, Item &A, Item &B) {
  (C ? A : B).Lock.lock();
  if (!C)
    B.Lock.unlock();
  delete &B; // TN
}

void arrayDeleted() {
  Item *A = new Item[3];
  A[0].Lock.lock();
  delete[] A; // TP
}

void arrayDeletedReleased() {
  Item *A = new Item[3];
  A[0].Lock.lock();
  A[0].Lock.unlock();
  delete[] A; // TN
}

struct Final final {
  std::mutex Lock;
  virtual void lock() { Lock.lock(); }
  virtual ~Final() = default;
};
struct Open {
  std::mutex Lock;
  virtual void lock() { Lock.lock(); }
  virtual ~Open() = default;
};

void finalIsKnown(Final *F) {
  F->lock();
  delete F; // TP
}

void virtualIsUnknown(Open *O) {
  O->lock();
  delete O; // TN
}
