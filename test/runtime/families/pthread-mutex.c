// Each case is its own close; glibc says EBUSY, and the header says why.
// RUN: %clang -std=c99 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s
// RUN: %clang -std=gnu17 -O2 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stddef.h>
#include <time.h>

static pthread_mutex_t m;

static void straight(void) {
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  assert(pthread_mutex_destroy(&m) == EBUSY);
  // CHECK: REPORT close 'm' (pthread-mutex) at pthread-mutex.c:[[@LINE-1]] in straight, pthread_mutex_destroy returned 16; created pthread-mutex.c:[[@LINE-3]] in straight; set pthread-mutex.c:[[@LINE-2]] in straight; depth 1, readers 0, permits 0 of 0, waiters 0, asked True, same thread
  pthread_mutex_unlock(&m);
  assert(pthread_mutex_destroy(&m) == 0);
}

static void tried(void) {
  pthread_mutex_init(&m, NULL);
  assert(pthread_mutex_trylock(&m) == 0);
  assert(pthread_mutex_trylock(&m) == EBUSY); // not acquired: still depth 1
  pthread_mutex_destroy(&m);
  // CHECK-NEXT: REPORT close 'm' {{.*}} in tried, {{.*}} set pthread-mutex.c:[[@LINE-3]] in tried; depth 1,
  pthread_mutex_unlock(&m);
  pthread_mutex_destroy(&m);
}

static void timed(void) {
  struct timespec past = {0, 0};
  pthread_mutex_init(&m, NULL);
  assert(pthread_mutex_timedlock(&m, &past) == 0);
  assert(pthread_mutex_timedlock(&m, &past) == ETIMEDOUT);
  pthread_mutex_destroy(&m);
  // CHECK-NEXT: REPORT close 'm' {{.*}} in timed, {{.*}} set pthread-mutex.c:[[@LINE-3]] in timed; depth 1,
  pthread_mutex_unlock(&m);
  pthread_mutex_destroy(&m);
}

static void recursive(void) {
  pthread_mutexattr_t a;
  pthread_mutexattr_init(&a);
  pthread_mutexattr_settype(&a, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&m, &a);
  pthread_mutex_lock(&m);
  pthread_mutex_lock(&m);
  pthread_mutex_lock(&m);
  pthread_mutex_unlock(&m);
  pthread_mutex_destroy(&m);
  // CHECK-NEXT: REPORT close 'm' {{.*}} in recursive, {{.*}} depth 2,
  pthread_mutex_unlock(&m);
  pthread_mutex_unlock(&m);
  assert(pthread_mutex_destroy(&m) == 0);
}

// glibc destroys a held robust mutex with 0; only the object tells.
static void robust(void) {
  pthread_mutexattr_t a;
  pthread_mutexattr_init(&a);
  pthread_mutexattr_setrobust(&a, PTHREAD_MUTEX_ROBUST);
  pthread_mutex_init(&m, &a);
  pthread_mutex_lock(&m);
  assert(pthread_mutex_destroy(&m) == 0);
  // CHECK-NEXT: REPORT close 'm' {{.*}} in robust, pthread_mutex_destroy returned 0; {{.*}} asked True
}

static void *lock_and_end(void *at) {
  pthread_mutex_lock(at);
  return NULL;
}

static void owner_died(void) {
  pthread_mutexattr_t a;
  pthread_t t;
  pthread_mutexattr_init(&a);
  pthread_mutexattr_setrobust(&a, PTHREAD_MUTEX_ROBUST);
  pthread_mutex_init(&m, &a);
  pthread_create(&t, NULL, lock_and_end, &m);
  pthread_join(t, NULL);
  assert(pthread_mutex_lock(&m) == EOWNERDEAD);
  pthread_mutex_consistent(&m);
  pthread_mutex_destroy(&m);
  // CHECK-NEXT: REPORT close 'm' {{.*}} in owner_died, {{.*}} set pthread-mutex.c:[[@LINE-3]] in owner_died; {{.*}} same thread
}

static void by_another_thread(void) {
  pthread_t t;
  pthread_mutex_init(&m, NULL);
  pthread_create(&t, NULL, lock_and_end, &m);
  pthread_join(t, NULL);
  pthread_mutex_destroy(&m);
  // CHECK-NEXT: REPORT close 'm' {{.*}} in by_another_thread, {{.*}} in lock_and_end; depth 1, {{.*}} other thread
}

static pthread_cond_t c = PTHREAD_COND_INITIALIZER;

static void reacquired_by_wait(void) {
  static pthread_mutex_t w = PTHREAD_MUTEX_INITIALIZER;
  struct timespec past = {0, 0};
  pthread_mutex_lock(&w);
  assert(pthread_cond_timedwait(&c, &w, &past) == ETIMEDOUT);
  pthread_mutex_destroy(&w);
  // CHECK-NEXT: REPORT close 'w' {{.*}} in reacquired_by_wait, {{.*}} created unknown; set pthread-mutex.c:[[@LINE-2]] in reacquired_by_wait; depth 1,
  pthread_mutex_unlock(&w);
}

static void failed_unlock_keeps_it(void) {
  static pthread_mutex_t e;
  pthread_mutexattr_t a;
  pthread_t t;
  pthread_mutexattr_init(&a);
  pthread_mutexattr_settype(&a, PTHREAD_MUTEX_ERRORCHECK);
  pthread_mutex_init(&e, &a);
  pthread_create(&t, NULL, lock_and_end, &e);
  pthread_join(t, NULL);
  assert(pthread_mutex_unlock(&e) == EPERM);
  pthread_mutex_destroy(&e);
  // CHECK-NEXT: REPORT close 'e' {{.*}} in failed_unlock_keeps_it, {{.*}} in lock_and_end;
}

static void again_without_close(void) {
  static pthread_mutex_t i;
  pthread_mutex_init(&i, NULL);
  pthread_mutex_lock(&i);
  pthread_mutex_init(&i, NULL);
  // CHECK-NEXT: REPORT reinit 'i' (pthread-mutex) at pthread-mutex.c:[[@LINE-1]] in again_without_close, pthread_mutex_init returned None; created pthread-mutex.c:[[@LINE-3]]
  pthread_mutex_destroy(&i);
}

static void silent(void) {
  pthread_mutex_t s = PTHREAD_MUTEX_INITIALIZER, o = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&s);
  pthread_mutex_lock(&o);
  pthread_mutex_unlock(&s); // not in the order of the locks
  pthread_mutex_destroy(&s);
  pthread_mutex_unlock(&o);
  pthread_mutex_destroy(&o);
}

int main(void) {
  straight();
  tried();
  timed();
  recursive();
  robust();
  owner_died();
  by_another_thread();
  reacquired_by_wait();
  failed_unlock_keeps_it();
  again_without_close();
  silent();
  // CHECK-NOT: REPORT
  return 0;
}
