// With -include the system's headers come before the program can ask for
// features. It can ask all the same, and sees no macro that it did not define.
// RUN: %clang -std=c99 -pedantic -Wall -Wextra -Werror %confirm -c %s -o %t.o
// RUN: %clang -std=c99 -pedantic -Wall -Wextra -Werror %confirm -DASK -c %s -o %t.o
// RUN: not %clang -std=c99 %confirm -DASK -DSEMTIDY_CONFIRM_NO_FEATURES -Werror -c %s -o %t.o

#if defined(_GNU_SOURCE) || defined(_POSIX_C_SOURCE) || defined(_XOPEN_SOURCE)
#error "the header leaks feature macros"
#endif

#if defined(ASK)
#define _GNU_SOURCE
#define _POSIX_C_SOURCE 200112L
#include <pthread.h>
#include <stdlib.h>
#include <time.h>
int lock(pthread_mutex_t *m, const struct timespec *t) {
  return pthread_mutex_clocklock(m, CLOCK_MONOTONIC, t);
}
#else
int nothing;
#endif
