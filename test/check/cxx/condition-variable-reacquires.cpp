// RUN: %check %s -- -std=c++17
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
