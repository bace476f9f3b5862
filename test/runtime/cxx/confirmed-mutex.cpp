// The wrapper takes the place of the standard mutexes, and its destructor looks.
// RUN: %clangxx -std=c++17 -O1 -Wall -Wextra -Werror %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s
// RUN: %clangxx -std=c++11 -O0 -Wall -Wextra -Werror %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s
//
// Switched off, it is the mutex.
// RUN: %clangxx -std=c++17 -Wall -Wextra -Werror %inert -DOFF %s -o %t
// RUN: %t

#include <cassert>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

using Mutex = semtidy::confirmed<std::mutex>;

#ifdef OFF
#include <type_traits>
static_assert(std::is_same<Mutex, std::mutex>::value, "");
#endif

struct Queue {
  Mutex lock;
  int jobs = 0;
};

static void leave_locked(Queue &q) {
  std::unique_lock<Mutex> guard(q.lock);
  guard.release();
}

static void deleted() {
  Queue *q = new Queue;
  leave_locked(*q);
#ifndef OFF
  delete q;
#endif
  // CHECK: REPORT scope 'mutex' (std-mutex) at confirmed-mutex.cpp:[[@LINE-16]] in Queue, {{.*}}; created {{.*}}; set confirmed-mutex.cpp:[[@LINE-10]] in leave_locked; depth 1, {{.*}} same thread
}

static void out_of_scope() {
#ifndef OFF
  Mutex m;
  m.lock();
  // CHECK-NEXT: REPORT scope 'mutex' (std-mutex) at confirmed-mutex.cpp:[[@LINE-2]] in out_of_scope, {{.*}} set confirmed-mutex.cpp:[[@LINE-1]] in out_of_scope;
#endif
}

static void tried() {
#ifndef OFF
  semtidy::confirmed<std::timed_mutex> m;
  assert(m.try_lock_for(std::chrono::seconds(1)));
  std::thread([&] { assert(!m.try_lock()); }).join();
  // CHECK-NEXT: REPORT scope 'mutex' {{.*}} in tried, {{.*}} set confirmed-mutex.cpp:[[@LINE-2]] in tried; depth 1,
#endif
}

static void recursive() {
#ifndef OFF
  semtidy::confirmed<std::recursive_mutex> m;
  m.lock();
  m.lock();
  m.lock();
  m.unlock();
  // CHECK-NEXT: REPORT scope 'mutex' {{.*}} in recursive, {{.*}} depth 2,
#endif
}

static void by_another_thread() {
#ifndef OFF
  std::unique_ptr<Mutex> m(new Mutex);
  std::thread([&] { m->lock(); }).join();
  // CHECK-NEXT: REPORT scope 'mutex' {{.*}} other thread
#endif
}

static Mutex global; // constant-initialised, as std::mutex is

static void silent() {
  Mutex a, b, c;
  { std::lock_guard<Mutex> g(a); }
  {
    std::unique_lock<Mutex> g(a, std::defer_lock), h;
    g.lock();
    h = std::move(g);
    std::unique_lock<Mutex> i(std::move(h));
    i.unlock();
    assert(i.try_lock());
    std::unique_lock<Mutex> none(b, std::try_to_lock);
    assert(none.owns_lock());
    swap(i, none);
  }
  std::lock(a, b, c);
  {
    std::lock_guard<Mutex> x(a, std::adopt_lock), y(b, std::adopt_lock);
    std::lock_guard<Mutex> z(c, std::adopt_lock);
  }
  {
    SEMTIDY_CONDITION_VARIABLE changed;
    bool ready = false;
    std::thread t([&] {
      std::lock_guard<Mutex> g(a);
      ready = true;
      changed.notify_one();
    });
    std::unique_lock<Mutex> g(a);
    changed.wait(g, [&] { return ready; });
    g.unlock();
    t.join();
  }
  std::lock_guard<Mutex> g(global);
#if __cplusplus >= 201703L
  { std::scoped_lock both(a, b); }
  { std::scoped_lock one(c); }
#endif
}

int main() {
  deleted();
  out_of_scope();
  tried();
  recursive();
  by_another_thread();
  silent();
  // CHECK-NOT: REPORT
}
