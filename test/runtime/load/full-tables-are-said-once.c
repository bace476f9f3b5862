// A table that is full is said loudly and once; what is known stays right.
// RUN: %clang -std=gnu11 -O1 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0:max_objects=256 %t objects 2>&1 | FileCheck %s -check-prefix=OBJECTS
// OBJECTS: semtidy: warning: the table of objects is full; from here on records are missing, raise max_objects in SEMTIDY_OPTIONS
// OBJECTS-NOT: is full
// OBJECTS: warning: closing semaphore 'm'
// OBJECTS-NOT: is full
// RUN: env SEMTIDY_OPTIONS=exitcode=0:max_threads=8 %t threads 2>&1 | FileCheck %s -check-prefix=THREADS
// THREADS: semtidy: warning: the table of threads is full; {{.*}} max_threads
// THREADS-NOT: is full
// THREADS: warning: closing semaphore 'm'
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t held 2>&1 | FileCheck %s -check-prefix=HELD
// HELD: semtidy: warning: the table of locks that one thread holds is full; from here on records are missing
// HELD-NOT: is full
// HELD: warning: closing semaphore 'm'
// HELD-NOT: is full
//
// It stands in the log, so that semtidy-confirm can say it.
// RUN: rm -f %t.log.*
// RUN: env SEMTIDY_OPTIONS=exitcode=0:max_objects=256:log_path=%t.log %t objects
// RUN: %records %t.log | FileCheck %s -check-prefix=LOG
// LOG: FULL objects

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { Many = 2000, Threads = 64 };

static pthread_mutex_t many[Many]; // all zero: as PTHREAD_MUTEX_INITIALIZER, in glibc
static pthread_barrier_t all;

static void *wait_for_all(void *at) {
  pthread_mutex_t m;
  (void)at;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  pthread_barrier_wait(&all);
  pthread_mutex_unlock(&m);
  pthread_mutex_destroy(&m);
  return NULL;
}

int main(int argc, char **argv) {
  pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
  pthread_t threads[Threads];
  pthread_mutex_lock(&m);
  if (argc > 1 && strcmp(argv[1], "objects") == 0) {
    for (int i = 0; i < Many; i++)
      pthread_mutex_init(&many[i], NULL);
    for (int i = 0; i < Many; i++)
      pthread_mutex_destroy(&many[i]);
  } else if (argc > 1 && strcmp(argv[1], "threads") == 0) {
    pthread_barrier_init(&all, NULL, Threads);
    for (int i = 0; i < Threads; i++)
      pthread_create(&threads[i], NULL, wait_for_all, NULL);
    for (int i = 0; i < Threads; i++)
      pthread_join(threads[i], NULL);
  } else {
    for (int i = 0; i < Many; i++)
      pthread_mutex_lock(&many[i]);
    for (int i = 0; i < Many; i++)
      pthread_mutex_unlock(&many[i]);
    for (int i = 0; i < Many; i++)
      pthread_mutex_destroy(&many[i]);
  }
  pthread_mutex_destroy(&m);
  return 0;
}
