// RUN: %clangxx -std=c++20 -O1 -Wall -Wextra -Werror %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s
// RUN: g++ -std=c++20 -O1 -Wall -Wextra -Werror %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s
// REQUIRES: g++

#include <cassert>
#include <mutex>
#include <semaphore>
#include <shared_mutex>
#include <thread>

static void read_by_two() {
  semtidy::confirmed<std::shared_mutex> m;
  std::shared_lock first(m);
  std::thread([&] { m.lock_shared(); }).join();
  first.release();
  // CHECK: REPORT scope 'mutex' (std-mutex) at {{.*}}:[[@LINE-4]] in read_by_two, {{.*}} set {{.*}}:[[@LINE-3]] in read_by_two; depth 1, readers 2,
}

static void permits() {
  semtidy::confirmed<std::counting_semaphore<8>> s(3);
  s.acquire();
  s.acquire();
  assert(s.try_acquire());
  assert(!s.try_acquire());
  s.release();
  // CHECK-NEXT: REPORT scope 'semaphore' {{.*}}:[[@LINE-6]] in permits, {{.*}} set {{.*}}:[[@LINE-3]] in permits; depth 0, readers 0, permits 2 of 3
}

static void silent() {
  semtidy::confirmed<std::binary_semaphore> signal(0);
  std::thread t([&] { signal.release(); });
  signal.acquire();
  t.join();
  semtidy::confirmed<std::counting_semaphore<>> pool(2);
  pool.acquire();
  pool.release();
  semtidy::confirmed<std::shared_timed_mutex> m;
  {
    std::shared_lock a(m);
    assert(!m.try_lock());
  }
  std::unique_lock b(m);
}

int main() {
  read_by_two();
  permits();
  silent();
  // CHECK-NOT: REPORT
}
