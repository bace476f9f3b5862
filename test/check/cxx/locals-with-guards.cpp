// RUN: %check %s -- -std=c++17
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <shared_mutex>
#include <string>
#include <thread>
#include <vector>

void work(int);
int ask();

void earlyReturns() {
  std::mutex M;
  std::unique_lock<std::mutex> L(M);
  if (ask())
    return; // TN
  L.unlock();
  work(1);
  L.lock();
  if (ask())
    return; // TN
  work(2);
} // TN

bool predicate() {
  std::mutex M;
  std::condition_variable C;
  bool Done = false;
  std::thread T([&] {
    std::lock_guard<std::mutex> G(M);
    Done = true;
    C.notify_one();
  });
  std::unique_lock<std::mutex> L(M);
  C.wait(L, [&] { return Done; });
  L.unlock();
  T.join();
  return Done;
} // TN

bool timedWait() {
  std::mutex M;
  std::condition_variable C;
  std::unique_lock<std::mutex> L(M);
  if (C.wait_for(L, std::chrono::seconds(1)) == std::cv_status::timeout)
    return false; // TN
  return C.wait_until(L, std::chrono::steady_clock::now(), [] { return ask() > 0; });
} // TN

void waitLoop() {
  std::mutex M;
  std::condition_variable_any C;
  std::unique_lock<std::mutex> L(M);
  while (!ask())
    C.wait(L);
} // TN

int readers() {
  std::shared_mutex M;
  std::map<std::string, int> Cache;
  {
    std::shared_lock<std::shared_mutex> L(M);
    auto It = Cache.find("a");
    if (It != Cache.end())
      return It->second; // TN
  }
  std::unique_lock<std::shared_mutex> L(M);
  return Cache["a"] = ask();
} // TN

void threads() {
  std::mutex M;
  std::vector<std::thread> Threads;
  int Sum = 0;
  for (int I = 0; I < 4; ++I)
    Threads.emplace_back([&M, &Sum, I] {
      std::scoped_lock G(M);
      Sum += I;
    });
  for (auto &T : Threads)
    T.join();
} // TN

void callbacks(std::vector<std::function<void()>> &Callbacks) {
  std::mutex M;
  std::unique_lock<std::mutex> L(M);
  for (auto &C : Callbacks) {
    L.unlock();
    C();
    L.lock();
  }
} // TN

void once() {
  static std::once_flag Flag;
  static std::mutex M;
  std::call_once(Flag, [] { work(1); });
  std::lock_guard<std::mutex> G(M);
} // TN

void recursive(int N) {
  static std::recursive_mutex M;
  std::lock_guard<std::recursive_mutex> G(M);
  if (N)
    recursive(N - 1);
} // TN

void withoutGuard() {
  std::mutex M;
  M.lock();
  if (ask())
    return; // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)
  M.unlock();
} // TN
