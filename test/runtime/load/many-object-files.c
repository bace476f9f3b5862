// Lock here, unlock there: all object files of a program share the state, in C
// and C++, optimised or not.
// RUN: %clang -std=c99 -O0 -DPART=1 %confirm -c %s -o %t.1.o
// RUN: %clang -std=gnu17 -O2 -DPART=2 %confirm -c %s -o %t.2.o
// RUN: %clangxx -x c++ -std=c++17 -O1 -DPART=3 %confirm -c %s -o %t.3.o
// RUN: %clangxx -pthread %t.1.o %t.2.o %t.3.o -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0:print_summary=2 %t 2>&1 | FileCheck %s
// RUN: gcc -std=gnu11 -O2 -DPART=2 %confirm -c %s -o %t.2.o
// RUN: %clangxx -pthread %t.1.o %t.2.o %t.3.o -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0:print_summary=2 %t 2>&1 | FileCheck %s
// REQUIRES: gcc
//
// CHECK: many-object-files.c:[[#]]: warning: closing semaphore 'm' while it is still set
// CHECK-NOT: warning
// CHECK: SUMMARY: SemTidy: closes seen: 2, of a set semaphore: 1, reported: 1; never closed: 0, of them set: 0
// CHECK-NOT: SUMMARY

#include <pthread.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif
void set(pthread_mutex_t *m);
void clear(pthread_mutex_t *m);
void end(pthread_mutex_t *m);
#ifdef __cplusplus
}
#endif

#if PART == 1
int main(void) {
  static pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  set(&m);
  end(&m);
  clear(&m);
  end(&m);
  return 0;
}
#elif PART == 2
void set(pthread_mutex_t *m) { pthread_mutex_lock(m); }
void end(pthread_mutex_t *m) { pthread_mutex_destroy(m); }
#else
void clear(pthread_mutex_t *m) { pthread_mutex_unlock(m); }
#endif
