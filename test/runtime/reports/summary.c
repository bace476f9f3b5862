// What was seen, set, and never closed.
// RUN: %clang -std=c99 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0:print_summary=2 %t 2>&1 | FileCheck %s
// RUN: rm -f %t.log.*
// RUN: env SEMTIDY_OPTIONS=exitcode=0:log_path=%t.log %t
// RUN: %records %t.log | FileCheck %s -check-prefix=LOG
//
// CHECK: SUMMARY: SemTidy: closes seen: 3, of a set semaphore: 1, reported: 1; never closed: 4, of them set: 3
// LOG: RUN
// LOG-NEXT: SITE 'm' at summary.c:[[#C:]] in main, pthread_mutex_destroy: closes 1, set 0
// LOG-NEXT: SITE 'm' at summary.c:[[#C+3]] in main, pthread_mutex_destroy: closes 1, set 1
// LOG-NEXT: REPORT close 'm'
// LOG: SITE 'm' at summary.c:[[#C]] in main, pthread_mutex_destroy: closes 2, set 0
// LOG-NEXT: SITE 'm' at summary.c:[[#C+3]] in main, pthread_mutex_destroy: closes 1, set 1
// LOG-NEXT: SUMMARY closes 3, set 1, reports 1, suppressed 0, cleared_unseen 0, never_closed 4, never_closed_set 3, created 6

#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>

int main(void) {
  static pthread_mutex_t open, set;
  static sem_t taken;
  pthread_mutex_t m;
  int i;
  pthread_mutex_init(&open, NULL);
  pthread_mutex_init(&set, NULL);
  pthread_mutex_lock(&set);
  sem_init(&taken, 0, 1);
  sem_wait(&taken);
  for (i = 0; i < 2; i++) {
    pthread_mutex_init(&m, NULL);
    if (i == 0)
      continue;
  }
  for (i = 0; i < 2; i++) {
    pthread_mutex_destroy(&m);
  }
  pthread_mutex_init(&m, NULL), pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m);
  return 0;
}
