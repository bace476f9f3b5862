// The paths of the C tests, with C++'s locks and ends of life.
// RUN: %check %s -- -std=c++17
#include <cstdlib>
#include <memory>
#include <mutex>

void work();
int ask();
void log(const char *);

struct Item {
  std::mutex Lock;
  int Refs = 1;
};

void withCallsBetween(Item *I) {
  I->Lock.lock();
  work();
  for (int N = 0; N < 3; ++N)
    log("still here");
  delete I; // TP
}

void lockedJustInCase() {
  auto I = std::make_unique<Item>();
  work();
  I->Lock.lock();
  I.reset(); // TP
}

int earlyReturn() {
  std::mutex M;
  M.lock();
  if (ask())
    return -1; // TP
  M.unlock();
  return 0; // TN
}

int gotoOut(Item *I) {
  int Result = -1;
  I->Lock.lock();
  if (ask())
    goto out;
  Result = 0;
  I->Lock.unlock();
out:
  delete I; // TP
  return Result;
}

int gotoUnlock(Item *I) {
  int Result = -1;
  I->Lock.lock();
  if (ask())
    goto out;
  Result = 0;
out:
  I->Lock.unlock();
  delete I; // TN
  return Result;
}

void breakSkips(Item *I) {
  while (ask()) {
    I->Lock.lock();
    if (ask())
      break;
    I->Lock.unlock();
  }
  delete I; // TP
}

void breakUnlocks(Item *I) {
  while (ask()) {
    I->Lock.lock();
    if (ask()) {
      I->Lock.unlock();
      break;
    }
    I->Lock.unlock();
  }
  delete I; // TN
}

void switchDefault(Item *I, int K) {
  I->Lock.lock();
  switch (K) {
  case 0:
    I->Lock.unlock();
    break;
  default:
    break;
  }
  delete I; // TP
}

void switchFallsThrough(Item *I, int K) {
  I->Lock.lock();
  switch (K) {
  case 0:
    work();
    [[fallthrough]];
  default:
    I->Lock.unlock();
  }
  delete I; // TN
}

void lockedInALaterRound(Item *I) {
  for (int Round = 0; Round < 3; ++Round)
    if (Round == 2)
      I->Lock.lock();
  delete I; // TP
}

void unlockedOnTheErrorPathOnly(Item *I) {
  I->Lock.lock();
  if (ask() < 0) {
    I->Lock.unlock();
    delete I; // TN
    return;
  }
  delete I; // TP
}

// Nothing ends where the program does.
void exitsWhileHeld() {
  std::mutex M;
  M.lock();
  std::exit(1); // TN
}

[[noreturn]] void fail();

void doesNotComeBack(Item *I) {
  I->Lock.lock();
  if (ask())
    fail();
  I->Lock.unlock();
  delete I; // TN
}

void exchanged(Item *I) {
  I->Lock.lock();
  Item *Old = I;
  I = new Item;
  delete I; // TN
  Old->Lock.unlock();
  delete Old; // TN
}

void exchangedAndStillHeld(Item *I) {
  I->Lock.lock();
  Item *Old = I;
  I = new Item;
  I->Lock.lock();
  I->Lock.unlock();
  delete I; // TN
  delete Old; // TP
}

void freshOneEachRound(int N) {
  for (int I = 0; I < N; ++I) {
    auto P = std::make_unique<Item>();
    P->Lock.lock();
    P->Lock.unlock();
  } // TN
}

void freshOneEachRoundHeld(int N) {
  for (int I = 0; I < N; ++I) {
    auto P = std::make_unique<Item>();
    P->Lock.lock();
    if (I == 7)
      continue; // TP
    P->Lock.unlock();
  }
}

void allLockedAllUnlocked() {
  std::mutex All[4];
  for (auto &M : All)
    M.lock();
  for (auto &M : All)
    M.unlock();
} // TN

void oneOfSeveral() {
  std::mutex All[4];
  All[1].lock();
  All[2].lock();
  All[1].unlock();
} // TP

// Whoever sees the whole item may unlock it.
void give(Item *I);
void look(const Item *I);

void givenAway(Item *I) {
  I->Lock.lock();
  give(I);
  delete I; // TN
}

void looked(Item *I) {
  I->Lock.lock();
  look(I);
  delete I; // TP
}
