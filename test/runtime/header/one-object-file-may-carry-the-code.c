// The project that prefers it compiles the header's code once.
// RUN: %clang -std=c99 -Wall -Wextra -Werror -O1 %confirm -DSEMTIDY_CONFIRM_EXTERN -c %s -o %t.o
// RUN: %clang -x c -std=c99 -Wall -Wextra -Werror %confirm -DSEMTIDY_CONFIRM_EXTERN -DSEMTIDY_CONFIRM_IMPLEMENTATION -c /dev/null -o %t.code.o
// RUN: not %clang -pthread %t.o -o %t
// RUN: %clang -pthread %t.o %t.code.o -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s

#include <pthread.h>
#include <stddef.h>

int main(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m);
  // CHECK: REPORT close 'm' (pthread-mutex) at {{.*}}:[[@LINE-1]] in main,
  return 0;
}
