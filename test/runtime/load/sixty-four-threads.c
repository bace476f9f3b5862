// 64 threads on shared and private locks, with closes in between: nothing is
// set when it is closed, so nothing may be reported, and every close is counted.
// RUN: %clang -std=gnu11 -O2 %confirm %s -o %t
// RUN: rm -f %t.log.*
// RUN: env SEMTIDY_OPTIONS=log_path=%t.log %t
// RUN: %records %t.log | FileCheck %s -implicit-check-not=REPORT -implicit-check-not=FULL
// CHECK: SUMMARY closes 320064, set 0, reports 0, suppressed 0, cleared_unseen 0, never_closed 0, never_closed_set 0, created 320064
//
// Then each thread leaves one lock set: 64 reports, not one more or less.
// RUN: rm -f %t.log.*
// RUN: env SEMTIDY_OPTIONS=log_path=%t.log:report_all=1:exitcode=0 %t leave
// RUN: cat %t.log.* | grep -c '"event":"close-while-set"' | FileCheck %s -check-prefix=LEAVE
// LEAVE: {{^}}64{{$}}
// RUN: %records %t.log | FileCheck %s -check-prefix=SUM
// SUM: SUMMARY closes 320064, set 64, reports 64,

#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>

enum { Threads = 64, Rounds = 1000, Shared = 8 };

static pthread_mutex_t shared[Shared];
static pthread_rwlock_t rw;
static sem_t permits;
static int leave;

static void *work(void *at) {
  unsigned self = (unsigned)(size_t)at;
  for (unsigned i = 0; i < Rounds; i++) {
    pthread_mutex_t *a = &shared[(self + i) % Shared], own;
    pthread_spinlock_t spin;
    sem_t sem;
    pthread_mutex_t *heap = malloc(sizeof *heap);
    pthread_mutex_lock(a);
    pthread_mutex_init(&own, NULL);
    pthread_mutex_lock(&own);
    pthread_mutex_unlock(a); // not in the order of the locks
    pthread_mutex_unlock(&own);
    pthread_mutex_destroy(&own);
    pthread_rwlock_rdlock(&rw);
    sem_wait(&permits);
    pthread_spin_init(&spin, 0);
    pthread_spin_lock(&spin);
    pthread_spin_unlock(&spin);
    pthread_spin_destroy(&spin);
    sem_post(&permits);
    pthread_rwlock_unlock(&rw);
    sem_init(&sem, 0, 2);
    sem_wait(&sem);
    sem_post(&sem);
    sem_destroy(&sem);
    pthread_mutex_init(heap, NULL);
    pthread_mutex_lock(heap);
    pthread_mutex_unlock(heap);
    free(heap); // ends it, too
    pthread_mutex_init(&own, NULL);
    if (leave && i + 1 == Rounds)
      pthread_mutex_lock(&own);
    pthread_mutex_destroy(&own);
  }
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t threads[Threads];
  (void)argv;
  leave = argc > 1;
  for (int i = 0; i < Shared; i++)
    pthread_mutex_init(&shared[i], NULL);
  pthread_rwlock_init(&rw, NULL);
  sem_init(&permits, 0, 5);
  for (size_t i = 0; i < Threads; i++)
    pthread_create(&threads[i], NULL, work, (void *)i);
  for (int i = 0; i < Threads; i++)
    pthread_join(threads[i], NULL);
  for (int i = 0; i < Shared; i++)
    pthread_mutex_destroy(&shared[i]);
  pthread_rwlock_destroy(&rw);
  sem_destroy(&permits);
  for (int i = 0; i < Threads - Shared - 2; i++) {
    pthread_mutex_t m;
    pthread_mutex_init(&m, NULL);
    pthread_mutex_destroy(&m);
  }
  return 0;
}
