// RUN: %check %s -- -std=c++17
#include <mutex>

void work();

struct Item {
  std::mutex Lock;
};

void guardReleasesOnTheWay(Item *I) {
  try {
    std::lock_guard<std::mutex> G(I->Lock);
    throw 1;
  } catch (int) {
  }
  delete I; // TN
}

void thrownWhileHeld(Item *I, bool C) {
  try {
    I->Lock.lock();
    if (C)
      throw 1;
    I->Lock.unlock();
  } catch (int) {
    delete I; // TP
  }
}

void unwound(bool C) {
  std::mutex M;
  M.lock();
  if (C)
    throw 1; // TP
  M.unlock();
} // TN

struct Error {};
struct IoError : Error {};
struct Other {};

// The handlers are tried in order; the first that fits takes it.
void takenByABase(Item *I) {
  try {
    I->Lock.lock();
    throw IoError();
  } catch (Other &) {
    return;
  } catch (Error &) {
    delete I; // TP
  }
}

void notTaken(Item *I) {
  try {
    I->Lock.lock();
    throw IoError();
  } catch (Other &) {
    delete I; // TN
  } catch (...) {
    I->Lock.unlock();
  }
}

void thrownAgain(Item *I) {
  try {
    try {
      I->Lock.lock();
      throw IoError();
    } catch (Error &) {
      throw;
    }
  } catch (...) {
    delete I; // TP
  }
}

void thrownAgainReleased(Item *I) {
  try {
    try {
      I->Lock.lock();
      throw IoError();
    } catch (Error &) {
      I->Lock.unlock();
      throw;
    }
  } catch (...) {
    delete I; // TN
  }
}

void guardEndsOnTheWay(Item *I) {
  try {
    std::unique_lock<std::mutex> L(I->Lock);
    throw Other();
  } catch (Other &) {
    delete I; // TN
  }
}

void localOfTheTry() {
  try {
    std::mutex M;
    M.lock();
    throw 1; // TP
  } catch (int) {
  }
}

void releasedInTheHandler() {
  std::mutex M;
  for (int N = 0; N < 3; ++N)
    try {
      M.lock();
      throw N;
    } catch (int) {
      M.unlock();
    }
} // TN

// The program ends; nothing is unwound.
void mayNotThrow() noexcept {
  std::mutex M;
  M.lock();
  throw 1; // TN
}
