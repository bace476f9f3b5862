// Methods that call themselves, guards on the way, and exceptions that come out
// of a cycle of calls.
// RUN: %check %s -- -std=c++17
#include <mutex>

struct Deep {};

class Tree {
public:
  void visit() {
    std::lock_guard<std::mutex> Guard(Lock);
    ++Visits;
    if (Left)
      Left->visit();
  }
  void enter(int N) {
    if (N > 0)
      return enter(N - 1);
    Lock.lock();
  }
  void leave(int N) {
    if (N > 0)
      return leave(N - 1);
    Lock.unlock();
  }
  std::mutex Lock;
  int Visits = 0;
  Tree *Left = nullptr;
};

void visited(Tree *T) {
  T->visit();
  delete T; // TN
}

void entered(Tree *T) {
  T->enter(3);
  delete T; // TP
}

void enteredAndLeft(Tree *T) {
  T->enter(3);
  T->leave(3);
  delete T; // TN
}

static void descend(int N) {
  if (N > 10)
    throw Deep();
  if (N > 0)
    descend(N - 1);
}

static int odd(int N);
static int even(int N) { return N == 0 ? 1 : odd(N - 1); }
static int odd(int N) {
  if (N == 0)
    throw Deep();
  return even(N - 1);
}

void heldInTheHandler(Tree *T, int N) {
  try {
    T->Lock.lock();
    descend(N);
    T->Lock.unlock();
  } catch (Deep &) {
    delete T; // TP
  }
}

void guardedInTheHandler(Tree *T, int N) {
  try {
    std::lock_guard<std::mutex> Guard(T->Lock);
    descend(N);
  } catch (Deep &) {
    delete T; // TN
  }
}

void heldInTheHandlerOfTwo(Tree *T, int N) {
  try {
    T->Lock.lock();
    even(N);
    T->Lock.unlock();
  } catch (Deep &) {
    delete T; // TP
  }
}

void otherHandler(Tree *T, int N) {
  try {
    T->Lock.lock();
    even(N);
    T->Lock.unlock();
  } catch (int) {
    delete T; // TN
  } catch (...) {
    T->Lock.unlock();
    delete T; // TN
  }
}

// Thrown with the lock held, somewhere down there.
static void enterAndThrow(Tree *T, int N) {
  if (N > 0)
    return enterAndThrow(T, N - 1);
  T->Lock.lock();
  throw Deep();
}

void thrownWhileHeld(Tree *T, int N) {
  try {
    enterAndThrow(T, N);
  } catch (Deep &) {
    delete T; // TP
  }
}

void thrownAndReleased(Tree *T, int N) {
  try {
    enterAndThrow(T, N);
  } catch (Deep &) {
    T->Lock.unlock();
    delete T; // TN
  }
}
