// RUN: %check %s -- -std=c++17
#include <mutex>

// Members end in reverse order of declaration: the guard goes first.
class Good {
public:
  Good() : Guard(Lock) {}

private:
  std::mutex Lock;
  std::unique_lock<std::mutex> Guard;
};

// Here the mutex goes first, and the guard then unlocks what is gone.
class Bad {
public:
  explicit Bad() { Guard = std::unique_lock<std::mutex>(Lock); }

private:
  std::unique_lock<std::mutex> Guard;
  std::mutex Lock;
};

void good() {
  Good G;
} // TN

void bad() {
  Bad B;
} // FN: the assignment swaps guards in ways that are not followed
