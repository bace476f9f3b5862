// Wrapping is by macros, and yet nothing is evaluated twice; commas and braces
// in arguments do not matter; a name in parentheses is the plain function.
// RUN: %clang -std=c99 -O1 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s
// RUN: %clangxx -x c++ -std=c++11 -DCXX %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s

#include <assert.h>
#include <pthread.h>
#include <time.h>

#ifdef CXX
template <class A, class B> struct two {
  static pthread_mutex_t *pick(pthread_mutex_t *m) { return m; }
};
#define PICK(m) two<int, int>::pick(m)
// Calls outside of functions.
static pthread_mutex_t early;
static int initialised = pthread_mutex_init(&early, nullptr);
struct member {
  pthread_mutex_t m;
  int made = pthread_mutex_init(&m, nullptr);
};
#else
#define PICK(m) (m)
static int initialised;
#endif

#define LOCK(x) pthread_mutex_lock(&(x)[0])

int main(void) {
  static pthread_mutex_t m[3];
  pthread_mutex_t *p = m;
  int i = 0;
  assert(initialised == 0);
  pthread_mutex_init(p++, NULL);
  assert(p == m + 1);
  pthread_mutex_lock(PICK(&m[i++]));
  assert(i == 1);
  pthread_mutex_destroy((pthread_mutex_t *)&m[0]);
  // CHECK: REPORT close 'm[0]' {{.*}} set arguments-are-evaluated-once.c:[[@LINE-3]] in main;
  pthread_mutex_unlock(m);
  LOCK(m);
  pthread_mutex_destroy(m + 0);
  // CHECK-NEXT: REPORT close 'm + 0' {{.*}} set arguments-are-evaluated-once.c:[[@LINE-2]] in main;
  (pthread_mutex_unlock)(m); // not seen, but the mutex is asked
  pthread_mutex_destroy(m);
#ifndef CXX
  pthread_mutex_timedlock(&m[2], &(struct timespec){0, 0});
  pthread_mutex_unlock(&m[2]);
#else
  member inner;
  assert(inner.made == 0);
#endif
  // CHECK-NOT: REPORT
  return 0;
}
