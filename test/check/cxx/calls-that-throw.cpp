// What a called function throws, where its body is seen, goes the way of a throw:
// scopes end, then a handler runs, or the caller's caller.
// RUN: %check %s -- -std=c++17
#include <memory>
#include <mutex>
#include <string>

void work();

struct Item {
  std::mutex Lock;
  int Value = 0;
};
struct Error {};
struct IoError : Error {};
struct Other {};

static void check(int V) {
  if (V < 0)
    throw IoError();
}

void heldInTheHandler(Item *I, int V) {
  try {
    I->Lock.lock();
    check(V);
    I->Lock.unlock();
  } catch (Error &) {
    delete I; // TP
  }
}

void releasedInTheHandler(Item *I, int V) {
  try {
    I->Lock.lock();
    check(V);
    I->Lock.unlock();
  } catch (Error &) {
    I->Lock.unlock();
    delete I; // TN
  }
}

void releasedByAGuard(Item *I, int V) {
  try {
    std::lock_guard<std::mutex> G(I->Lock);
    check(V);
  } catch (Error &) {
    delete I; // TN
  }
}

// What decides whether it throws is known.
void doesNotThrow(Item *I, int V) {
  try {
    I->Lock.lock();
    if (V >= 0)
      check(V);
    I->Lock.unlock();
  } catch (Error &) {
    delete I; // TN
  }
}

void checkedBefore(Item *I, int V) {
  try {
    check(V);
    I->Lock.lock();
    check(V);
    I->Lock.unlock();
  } catch (Error &) {
    delete I; // TN
  }
}

void anotherHandler(Item *I, int V) {
  try {
    I->Lock.lock();
    check(V);
    I->Lock.unlock();
  } catch (Other &) {
    delete I; // TN
  }
}

void localIsUnwound(int V) {
  std::mutex M;
  M.lock();
  check(V); // TP
  M.unlock();
} // TN

void localIsUnwoundReleased(int V) {
  std::mutex M;
  std::unique_lock<std::mutex> L(M);
  check(V); // TN
  L.unlock();
}

// Through two calls, and a scope of the one between.
static void twice(int V) {
  std::string Text("text");
  check(V);
  check(V + 1);
}

void fromBelow(Item *I, int V) {
  try {
    I->Lock.lock();
    twice(V);
    I->Lock.unlock();
  } catch (...) {
    delete I; // TP
  }
}

static void enter(Item *I) {
  I->Lock.lock();
  if (I->Value)
    throw Error();
}

void setByTheCallee(Item *I) {
  try {
    enter(I);
    I->Lock.unlock();
  } catch (Error &) {
    delete I; // TP
  }
}

static void enterSafely(Item *I) {
  I->Lock.lock();
  if (I->Value) {
    I->Lock.unlock();
    throw Error();
  }
}

void clearedByTheCallee(Item *I) {
  try {
    enterSafely(I);
    I->Lock.unlock();
  } catch (Error &) {
    delete I; // TN
  }
}

static void leave(Item *I) {
  I->Lock.unlock();
  if (I->Value)
    throw Error();
}

void releasedByTheCallee(Item *I) {
  try {
    I->Lock.lock();
    leave(I);
  } catch (Error &) {
    delete I; // TN
  }
}

[[noreturn]] static void fail() { throw Error(); }

void alwaysThrows(Item *I) {
  try {
    I->Lock.lock();
    fail();
  } catch (Error &) {
    delete I; // TP
  }
}

// The program ends at the call.
static void neverThrows(int V) noexcept {
  if (V)
    throw Error();
}

void mayNotThrow(Item *I, int V) {
  try {
    I->Lock.lock();
    neverThrows(V);
    I->Lock.unlock();
  } catch (Error &) {
    delete I; // TN
  }
}

static void handlesItself(int V) {
  try {
    check(V);
  } catch (IoError &) {
    work();
  }
}

void handledBelow(Item *I, int V) {
  try {
    I->Lock.lock();
    handlesItself(V);
    I->Lock.unlock();
  } catch (Error &) {
    delete I; // TN
  }
}

static void throwsAgain(int V) {
  try {
    check(V);
  } catch (IoError &) {
    throw;
  }
}

void thrownAgainBelow(Item *I, int V) {
  try {
    I->Lock.lock();
    throwsAgain(V);
    I->Lock.unlock();
  } catch (Error &) {
    delete I; // TP
  }
}

// Whether unseen code throws is not known.
void unseen(Item *I) {
  try {
    I->Lock.lock();
    work();
    I->Lock.unlock();
  } catch (...) {
    delete I; // TN
  }
}

// A guard that is a temporary ends, too; its way is not followed.
static std::unique_lock<std::mutex> locked(Item *I) {
  return std::unique_lock<std::mutex>(I->Lock);
}
static int take(const std::unique_lock<std::mutex> &, int V) {
  check(V);
  return V;
}

void guardIsATemporary(Item *I, int V) {
  try {
    take(locked(I), V);
  } catch (Error &) {
    delete I; // TN
  }
}

// Members that are there already end with the exception.
struct Holder {
  std::unique_lock<std::mutex> L;
  Holder(Item *I, int V) : L(I->Lock) { check(V); }
};

void constructorThrows(Item *I, int V) {
  try {
    Holder H(I, V);
  } catch (Error &) {
    delete I; // TN
  }
}

struct Plain {
  explicit Plain(int V) { check(V); }
};

void constructorOfPlainThrows(Item *I, int V) {
  try {
    I->Lock.lock();
    Plain P(V);
    I->Lock.unlock();
  } catch (Error &) {
    delete I; // TP
  }
}

struct Base {
  virtual void step(int V);
};
void Base::step(int V) { check(V); }

// Who is called is not known.
void virtualCall(Item *I, Base *B, int V) {
  try {
    I->Lock.lock();
    B->step(V);
    I->Lock.unlock();
  } catch (Error &) {
    delete I; // TN
  }
}

void lambdaThrows(Item *I, int V) {
  auto Step = [V] { check(V); };
  try {
    I->Lock.lock();
    Step();
    I->Lock.unlock();
  } catch (Error &) {
    delete I; // TP
  }
}

void ownerIsUnwound(int V) {
  auto I = std::make_unique<Item>();
  I->Lock.lock();
  check(V); // TP
  I->Lock.unlock();
}

// After the handler the program goes on.
void goesOn(Item *I, int V) {
  I->Lock.lock();
  try {
    check(V);
    I->Lock.unlock();
  } catch (Error &) {
  }
  delete I; // TP
}

void goesOnReleased(Item *I, int V) {
  I->Lock.lock();
  try {
    check(V);
  } catch (Error &) {
  }
  I->Lock.unlock();
  delete I; // TN
}
