// RUN: %check %s -- -std=c++20
#include <coroutine>
#include <mutex>

struct Item {
  std::mutex Lock;
};

struct Task {
  struct promise_type {
    Task get_return_object() { return {}; }
    std::suspend_never initial_suspend() { return {}; }
    std::suspend_never final_suspend() noexcept { return {}; }
    void return_void() {}
    void unhandled_exception() {}
  };
};

Task returnedWhileHeld() {
  std::mutex M;
  M.lock();
  co_return; // TP
}

Task released() {
  std::mutex M;
  M.lock();
  co_await std::suspend_never{};
  M.unlock();
  co_return; // TN
}

Task guarded() {
  std::mutex M;
  std::lock_guard G(M);
  co_await std::suspend_never{};
} // TN

Task deletedUnderGuard(Item *I) {
  std::lock_guard G(I->Lock);
  co_await std::suspend_never{};
  delete I; // TP
}
