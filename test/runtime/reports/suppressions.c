// RUN: %clang -std=c99 %confirm %s -o %t
// RUN: echo "function:^legacy$" > %t.function
// RUN: env SEMTIDY_OPTIONS=exitcode=0:suppressions=%t.function %t 2>&1 | FileCheck %s -check-prefix=ONE
// ONE-NOT: "function":"legacy"
// ONE: warning: closing semaphore 'm'
// ONE: SemTidy: reports suppressed: 1
//
// RUN: echo "# a comment" > %t.all
// RUN: echo "semaphore-close-while-set:suppressions.c" >> %t.all
// RUN: env SEMTIDY_OPTIONS=suppressions=%t.all %t 2>&1 | FileCheck %s -check-prefix=ALL -implicit-check-not=warning
// ALL: SemTidy: reports suppressed: 2
// RUN: env SEMTIDY_OPTIONS=suppressions=%t.all:print_suppressions=0 %t 2>&1 | count 0
//
// RUN: echo "function:^lega$" > %t.none
// RUN: echo "object:x" >> %t.none
// RUN: echo "family:pthread-rwlock" >> %t.none
// RUN: echo "file:other*.c" >> %t.none
// RUN: env SEMTIDY_OPTIONS=suppressions=%t.none:exitcode=0 %t 2>&1 | %records | count 2
// RUN: echo "file:supp*ions.c$" > %t.star
// RUN: env SEMTIDY_OPTIONS=suppressions=%t.star %t 2>&1 | %records | count 0
//
// RUN: env SEMTIDY_OPTIONS=suppressions=%t.missing:exitcode=0 %t 2>&1 | FileCheck %s -check-prefix=MISSING
// MISSING: semtidy: the file of suppressions cannot be read

#include <pthread.h>
#include <stddef.h>

static void legacy(pthread_mutex_t *m) { pthread_mutex_destroy(m); }

int main(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  legacy(&m);
  pthread_mutex_destroy(&m);
  return 0;
}
