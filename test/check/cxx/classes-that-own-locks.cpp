// RUN: %check %s -- -std=c++17
#include <atomic>
#include <memory>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <utility>
#include <vector>

void work(int);

// Lock and value in one, handed out by a guard that is returned.
template <typename T> class Synchronized {
public:
  class Locked {
  public:
    Locked(std::mutex &M, T &Value) : L(M), Value(Value) {}
    T *operator->() { return &Value; }

  private:
    std::unique_lock<std::mutex> L;
    T &Value;
  };
  Locked lock() { return Locked(M, Value); }

private:
  std::mutex M;
  T Value{};
};

struct Point {
  int X = 0, Y = 0;
};

void synchronized() {
  Synchronized<Point> S;
  S.lock()->X = 1;
  {
    auto L = S.lock();
    L->X = 2;
    L->Y = 3;
  }
} // TN

// A spin lock of one's own.
class Spin {
public:
  void lock() {
    while (Busy.exchange(true, std::memory_order_acquire))
      ;
  }
  void unlock() { Busy.store(false, std::memory_order_release); }

private:
  std::atomic<bool> Busy{false};
};

void spin() {
  Spin S;
  std::lock_guard<Spin> G(S);
} // TN

// Copying locks the other one.
class Account {
public:
  Account() = default;
  Account(const Account &Other) {
    std::lock_guard<std::mutex> G(Other.Lock);
    Balance = Other.Balance;
  }
  Account &operator=(const Account &Other) {
    if (this == &Other)
      return *this;
    std::scoped_lock G(Lock, Other.Lock);
    Balance = Other.Balance;
    return *this;
  }
  int balance() const {
    std::lock_guard<std::mutex> G(Lock);
    return Balance;
  }

private:
  mutable std::mutex Lock;
  int Balance = 0;
};

int accounts() {
  Account A, B(A);
  A = B;
  auto C = std::make_unique<Account>(A);
  return C->balance() + B.balance();
} // TN

class Base {
public:
  virtual ~Base() = default;
  void run() {
    std::unique_lock<std::mutex> L(Lock);
    step(L);
  }

protected:
  virtual void step(std::unique_lock<std::mutex> &L) { L.unlock(); }
  std::mutex Lock;
};

class Derived final : public Base {
  void step(std::unique_lock<std::mutex> &L) override {
    work(1);
    L.unlock();
    work(2);
  }
};

void derived() {
  Derived D;
  D.run();
  auto P = std::make_unique<Derived>();
  P->run();
} // TN

// A guard that is a member, and one that derives from another.
class Session {
public:
  explicit Session(std::mutex &M) : L(M) {}

private:
  std::unique_lock<std::mutex> L;
};

class LoggedGuard : public std::unique_lock<std::mutex> {
public:
  explicit LoggedGuard(std::mutex &M) : std::unique_lock<std::mutex>(M) {}
  ~LoggedGuard() { work(3); }
};

void members() {
  std::mutex M;
  { Session S(M); }
  { LoggedGuard G(M); }
  std::optional<Session> O;
  O.emplace(M);
  O.reset();
} // TN

std::unique_ptr<Session> open(std::mutex &M) {
  return std::make_unique<Session>(M);
}

void opened() {
  std::mutex M;
  auto S = open(M);
  S.reset();
} // TN

struct Held {
  std::mutex M;
  Held() { M.lock(); }
};

void heldFromBirth() {
  Held H;
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'H.M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)
