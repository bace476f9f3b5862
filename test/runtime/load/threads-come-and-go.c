// The records of ended threads are used again, unless they hold something.
// RUN: %clang -std=gnu11 -O1 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0:max_threads=32 %t 2>&1 | %records | FileCheck %s

#include <pthread.h>
#include <stddef.h>

static pthread_mutex_t shared = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t left[4];

static void *use(void *at) {
  pthread_mutex_lock(&shared);
  pthread_mutex_unlock(&shared);
  if (at)
    pthread_mutex_lock(at);
  return NULL;
}

int main(void) {
  pthread_t t;
  for (int i = 0; i < 4; i++)
    pthread_mutex_init(&left[i], NULL);
  for (int i = 0; i < 1000; i++) {
    pthread_create(&t, NULL, use, i % 250 == 100 ? &left[i / 250] : NULL);
    pthread_join(t, NULL);
  }
  for (int i = 0; i < 4; i++)
    pthread_mutex_destroy(&left[i]);
  // CHECK-NOT: FULL
  // CHECK: REPORT close 'left[i]' {{.*}}:[[@LINE-2]] in main, {{.*}} in use; depth 1, {{.*}} other thread
  // CHECK-NOT: {{REPORT|EVENT|FULL}}
  return 0;
}
