// Semaphores are used before main and after it, and before the header's own
// constructor has run.
// RUN: %clangxx -std=c++17 -O1 -DPART=1 %confirm -c %s -o %t.1.o
// RUN: %clangxx -std=c++17 -O1 -DPART=2 %confirm -c %s -o %t.2.o
// RUN: %clangxx -pthread %t.1.o %t.2.o -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t > %t.out 2>&1
// RUN: %records < %t.out | FileCheck %s
// RUN: FileCheck %s -check-prefix=SUM < %t.out
// RUN: %clangxx -pthread %t.2.o %t.1.o -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s
// RUN: not %t 2>&1 | FileCheck %s -check-prefix=SUM
//
// SUM: SUMMARY: SemTidy: closes seen: 4, of a set semaphore: 3, reported: 3; never closed: 1, of them set: 1

#include <pthread.h>

#if PART == 1
struct Lock {
  pthread_mutex_t m;
  const bool leave;
  explicit Lock(bool leave) : leave(leave) {
    pthread_mutex_init(&m, nullptr);
    pthread_mutex_lock(&m);
  }
  ~Lock() {
    if (!leave)
      pthread_mutex_unlock(&m);
    pthread_mutex_destroy(&m);
  }
};

static Lock first(true), second(false);

__attribute__((constructor(101))) static void very_early() {
  static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m);
}

// CHECK-DAG: REPORT close 'm' (pthread-mutex) at {{.*}} in very_early
// CHECK-DAG: REPORT close 'm' (pthread-mutex) at {{.*}} in before_main
// CHECK-DAG: REPORT close 'm' (pthread-mutex) at {{.*}} in ~Lock
// CHECK-NOT: REPORT
int main() {}
#else
static int before_main() {
  static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&m);
  return pthread_mutex_destroy(&m);
}
static int initialised = before_main();
int *use() { return &initialised; }
#endif
