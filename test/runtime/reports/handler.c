// The program takes the reports itself.
// RUN: %clang -std=c99 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0:print_summary=0 %t 2>&1 | FileCheck %s

#include <pthread.h>
#include <stddef.h>
#include <stdio.h>

static int take(const struct semtidy_report *r, void *context) {
  int *count = context;
  ++*count;
  fprintf(stderr, "%d: %s at line %u in %s; %s returned %ld; set at %u; depth %u\n",
          *count, r->message, r->line, r->function, r->api, r->returned,
          r->set_line, r->depth);
  return *count == 1; // the second one is written, too
}

int main(void) {
  pthread_mutex_t m;
  int count = 0;
  semtidy_set_handler(take, &count);
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m);
  // CHECK: 1: closing semaphore 'm' while it is still set at line [[@LINE-1]] in main; pthread_mutex_destroy returned 16; set at [[@LINE-2]]; depth 1
  // CHECK-NEXT: 2: closing semaphore
  pthread_mutex_destroy(&m);
  // CHECK-NEXT: :[[@LINE-1]]: warning: closing semaphore 'm'
  return 0;
}
