// More locks than the fast path takes, given back in every order, and locks
// passed from hand to hand.
// RUN: %clang -std=gnu11 -O2 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0:report_all=1 %t 2>&1 | %records | FileCheck %s

#include <pthread.h>
#include <stddef.h>

enum { Many = 400 };

static pthread_mutex_t m[Many];

static void lock_all(void) {
  for (int i = 0; i < Many; i++) {
    pthread_mutex_init(&m[i], NULL);
    pthread_mutex_lock(&m[i]);
  }
}

static void destroy_all(void) {
  for (int i = 0; i < Many; i++)
    pthread_mutex_destroy(&m[i]);
}

int main(void) {
  lock_all();
  for (int i = 0; i < Many; i++)
    pthread_mutex_unlock(&m[i]);
  destroy_all();
  lock_all();
  for (int i = Many - 1; i >= 0; i--)
    pthread_mutex_unlock(&m[i]);
  destroy_all();
  lock_all();
  for (int i = 0; i < Many; i++)
    pthread_mutex_unlock(&m[i * 7 % Many]);
  destroy_all();

  // From hand to hand: never more than two at a time.
  for (int i = 0; i < Many; i++)
    pthread_mutex_init(&m[i], NULL);
  pthread_mutex_lock(&m[0]);
  for (int i = 1; i < 5 * Many; i++) {
    pthread_mutex_lock(&m[i % Many]);
    pthread_mutex_unlock(&m[(i - 1) % Many]);
  }
  destroy_all(); // one is still set
  // CHECK: REPORT close 'm[i]' (pthread-mutex) at many-locks-in-one-thread.c:[[#]] in destroy_all, {{.*}} depth 1,
  // CHECK-NOT: {{REPORT|EVENT|FULL}}
  return 0;
}
