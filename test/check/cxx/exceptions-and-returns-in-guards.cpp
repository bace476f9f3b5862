// RUN: %check %s -- -std=c++17
#include <mutex>
#include <stdexcept>
#include <string>
#include <vector>

int parse(const std::string &);
void log(const char *);

struct Config {
  std::mutex Lock;
  std::vector<int> Values;

  int load(const std::vector<std::string> &Lines) {
    std::lock_guard<std::mutex> G(Lock);
    Values.clear();
    for (const auto &L : Lines) {
      if (L.empty())
        continue;
      if (L[0] == '#')
        break;
      try {
        Values.push_back(parse(L));
      } catch (const std::invalid_argument &E) {
        log(E.what());
        return -1;
      }
    }
    if (Values.empty())
      throw std::runtime_error("empty");
    return Values.size();
  }
};

int local(const std::vector<std::string> &Lines) {
  Config C;
  try {
    return C.load(Lines); // TN
  } catch (...) {
    return -1; // TN
  }
}

int switches(int K) {
  std::mutex M;
  std::unique_lock<std::mutex> L(M);
  switch (K) {
  case 0:
    L.unlock();
    return 0; // TN
  case 1: {
    std::unique_lock<std::mutex> Moved = std::move(L);
    return 1; // TN
  }
  default:
    break;
  }
  return 2; // TN
}

void loops(int N) {
  for (int I = 0; I < N; ++I) {
    std::mutex M;
    std::lock_guard<std::mutex> G(M);
    if (I == 3)
      continue;
    if (I == 5)
      break;
  }
} // TN

void held(int K) {
  std::mutex M;
  M.lock();
  switch (K) {
  case 0:
    M.unlock();
    return; // TN
  default:
    return; // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)
  }
}
