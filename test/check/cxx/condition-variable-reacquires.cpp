// RUN: %check %s -- -std=c++17
#include <chrono>
#include <condition_variable>
#include <mutex>

struct Channel {
  std::mutex Lock;
  std::condition_variable Changed;
  bool Done = false;
};

void deletedWhileHeld(Channel *C) {
  std::unique_lock<std::mutex> L(C->Lock);
  C->Changed.wait(L, [&] { return C->Done; });
  delete C; // TP
}

void deletedAfterUnlock(Channel *C) {
  std::unique_lock<std::mutex> L(C->Lock);
  C->Changed.wait(L, [&] { return C->Done; });
  L.unlock();
  delete C; // TN
}

void waitedInBlock(Channel *C) {
  {
    std::unique_lock<std::mutex> L(C->Lock);
    while (!C->Done)
      C->Changed.wait(L);
  }
  delete C; // TN
}

struct AnyChannel {
  std::mutex Lock;
  std::condition_variable_any Changed;
};

// The lock itself, without a guard.
void anyDeletedWhileHeld(AnyChannel *C) {
  C->Lock.lock();
  C->Changed.wait(C->Lock);
  delete C; // TP
}

void anyDeletedAfterUnlock(AnyChannel *C) {
  C->Lock.lock();
  C->Changed.wait(C->Lock);
  C->Lock.unlock();
  delete C; // TN
}

// It is held again also where the time is over.
void timedOut(AnyChannel *C) {
  std::unique_lock<std::mutex> L(C->Lock);
  if (C->Changed.wait_for(L, std::chrono::seconds(1)) ==
      std::cv_status::timeout)
    delete C; // TP
}

void timedOutAndUnlocked(AnyChannel *C) {
  std::unique_lock<std::mutex> L(C->Lock);
  if (C->Changed.wait_for(L, std::chrono::seconds(1)) ==
      std::cv_status::timeout) {
    L.unlock();
    delete C; // TN
  }
}
