// The lock in one function and the end in another, with classes and templates
// between.
// RUN: %check %s -- -std=c++17
#include <memory>
#include <mutex>

void work();

struct Item {
  std::mutex Lock;
  bool Open = false;
};

static void enter(Item &I) { I.Lock.lock(); }
static void leave(Item &I) { I.Lock.unlock(); }
static void drop(std::unique_ptr<Item> &P) { P.reset(); }

void lockedInAHelper(Item *I) {
  enter(*I);
  delete I; // TP
}

void lockedAndUnlockedInHelpers(Item *I) {
  enter(*I);
  leave(*I);
  delete I; // TN
}

void endsInAHelper(std::unique_ptr<Item> P) {
  P->Lock.lock();
  drop(P); // TP
}

void bothInHelpers(std::unique_ptr<Item> P) {
  enter(*P);
  drop(P); // TP
}

void bothInHelpersUnlocked(std::unique_ptr<Item> P) {
  enter(*P);
  leave(*P);
  drop(P); // TN
}

// A wrapper of the lock, with the standard's names for its members.
template <typename M> class Checked {
public:
  void lock() {
    Inner.lock();
    Depth = 1;
  }
  bool try_lock() { return Inner.try_lock() && (Depth = 1); }
  void unlock() {
    Depth = 0;
    Inner.unlock();
  }

private:
  M Inner;
  int Depth = 0;
};

void wrapperEnds() {
  Checked<std::mutex> M;
  M.lock();
} // TP

void wrapperUnderAGuard(Checked<std::mutex> *M) {
  std::lock_guard G(*M);
  delete M; // TP
}

void wrapperAfterItsGuard(Checked<std::mutex> *M) {
  { std::lock_guard G(*M); }
  delete M; // TN
}

void wrapperTried(Checked<std::mutex> *M) {
  if (!M->try_lock())
    delete M; // TN
}

#define DROP(Pointer)                                                          \
  do {                                                                         \
    delete (Pointer);                                                          \
    (Pointer) = nullptr;                                                       \
  } while (0)

void endsInAMacro(Item *I) {
  I->Lock.lock();
  DROP(I); // TP
}

void endsInAMacroUnlocked(Item *I) {
  I->Lock.lock();
  I->Lock.unlock();
  DROP(I); // TN
}

// An owner of one's own, which deletes in its destructor.
class Owner {
public:
  explicit Owner(Item *I) : I(I) {}
  ~Owner() { delete I; }
  Item *operator->() const { return I; }

private:
  Item *I;
};

void endsInADestructor() {
  Owner O(new Item);
  O->Lock.lock();
} // TP

void endsInADestructorUnlocked() {
  Owner O(new Item);
  O->Lock.lock();
  O->Lock.unlock();
} // TN

// A helper whose answer is turned round.
static bool isBusy(Item &I) { return !I.Lock.try_lock(); }

void invertedHelper(Item *I) {
  if (!isBusy(*I))
    delete I; // TP
}

void invertedHelperBusy(Item *I) {
  if (isBusy(*I))
    delete I; // TN
}

// A lock of the file, with other code's calls between.
static std::unique_ptr<Item> Shared;

void heldAcrossCalls() {
  Shared->Lock.lock();
  work();
  Shared->Lock.unlock();
  Shared.reset(); // TN
}

// Held where a field says so.
void heldWhereAFieldSays(Item *I) {
  if (I->Open)
    I->Lock.lock();
  work();
  if (I->Open)
    I->Lock.unlock();
  delete I; // TN
}
