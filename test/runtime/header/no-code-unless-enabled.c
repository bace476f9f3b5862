// The header costs nothing until it is switched on: the object files are the
// same, byte for byte.
// RUN: %clang -std=c99 -O2 -c %s -o %t.without.o
// RUN: %clang -std=c99 -O2 %inert -c %s -o %t.with.o
// RUN: cmp %t.without.o %t.with.o
// RUN: %clang -std=c99 -O2 %inert -DSEMTIDY_CONFIRM=0 -c %s -o %t.zero.o
// RUN: cmp %t.without.o %t.zero.o
// RUN: %clangxx -x c++ -std=c++17 -O2 -c %s -o %t.without.o
// RUN: %clangxx -x c++ -std=c++17 -O2 %inert -c %s -o %t.with.o
// RUN: cmp %t.without.o %t.with.o
// RUN: %clang -O0 -g0 -c %s -o %t.without.o
// RUN: %clang -O0 -g0 %inert -c %s -o %t.with.o
// RUN: cmp %t.without.o %t.with.o
//
// And when it is on, they are not.
// RUN: %clang -std=c99 -O2 %confirm -c %s -o %t.on.o
// RUN: not cmp %t.without.o %t.on.o

#include <pthread.h>

#ifdef SEMTIDY_RECORD_SET
#define RECORD_SET(m) SEMTIDY_RECORD_SET(m)
#else
#define RECORD_SET(m) ((void)0)
#endif

pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;

int use(void) {
  pthread_mutex_lock(&m);
  RECORD_SET(&m);
  pthread_mutex_unlock(&m);
  return pthread_mutex_destroy(&m);
}
