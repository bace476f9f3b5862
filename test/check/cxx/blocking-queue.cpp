// RUN: %check %s -- -std=c++17
#include <condition_variable>
#include <deque>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

template <typename T> class Queue {
public:
  void push(T Value) {
    {
      std::lock_guard<std::mutex> G(Lock);
      Items.push_back(std::move(Value));
    }
    Ready.notify_one();
  }

  bool pop(T &Value) {
    std::unique_lock<std::mutex> L(Lock);
    Ready.wait(L, [this] { return Closed || !Items.empty(); });
    if (Items.empty())
      return false;
    Value = std::move(Items.front());
    Items.pop_front();
    return true;
  }

  bool tryPop(T &Value) {
    std::unique_lock<std::mutex> L(Lock, std::try_to_lock);
    if (!L || Items.empty())
      return false;
    Value = std::move(Items.front());
    Items.pop_front();
    L.unlock();
    return true;
  }

  void close() {
    std::unique_lock<std::mutex> L(Lock);
    Closed = true;
    L.unlock();
    Ready.notify_all();
  }

private:
  std::mutex Lock;
  std::condition_variable Ready;
  std::deque<T> Items;
  bool Closed = false;
};

int use() {
  Queue<int> Q;
  std::thread Worker([&Q] {
    int N;
    while (Q.pop(N))
      Q.push(N - 1);
  });
  Q.push(3);
  int N = 0;
  Q.tryPop(N);
  Q.close();
  Worker.join();
  return N;
} // TN

int onTheHeap() {
  auto Q = std::make_unique<Queue<int>>();
  int N = 0;
  Q->push(1);
  Q->pop(N);
  Q->close();
  return N;
} // TN

int deleted() {
  auto *Q = new Queue<int>;
  int N = 0;
  Q->push(1);
  Q->pop(N);
  delete Q; // TN
  return N;
}

// One that forgets its lock.
struct Forgetful {
  std::mutex Lock;
  std::condition_variable Ready;
  void enter() { Lock.lock(); }
};

void forgotten() {
  Forgetful F;
  F.enter();
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'F.Lock' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)
