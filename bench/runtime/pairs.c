//===--- pairs.c - What a lock and its unlock cost --------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Prints nanoseconds per pair of calls, and nothing else but its name:
//   pairs CASE THREADS ROUNDS
// Each thread runs ROUNDS pairs; the time is that of the slowest thread, per
// pair of one thread. It is processor time, so that other programs disturb less,
// but for locks that threads share, where waiting is the point. Rounds are
// short, and the best of many counts.
//
//===----------------------------------------------------------------------===//

#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { MaxThreads = 64, Repetitions = 40 };

struct worker {
  _Alignas(128) pthread_mutex_t mutex;
  pthread_rwlock_t rw;
  pthread_spinlock_t spin;
  sem_t sem;
  pthread_t thread;
  double nanoseconds;
};

static struct worker workers[MaxThreads];
static struct worker *one_for_all;
static long rounds;
static pthread_barrier_t start;
static void (*the_case)(struct worker *);
static clockid_t clock_used = CLOCK_THREAD_CPUTIME_ID;

static double now(void) {
  struct timespec t;
  clock_gettime(clock_used, &t);
  return (double)t.tv_sec * 1e9 + (double)t.tv_nsec;
}

static void mutex(struct worker *w) {
  for (long i = 0; i < rounds; i++) {
    pthread_mutex_lock(&w->mutex);
    pthread_mutex_unlock(&w->mutex);
  }
}

static void nested(struct worker *w) {
  for (long i = 0; i < rounds; i++) {
    pthread_mutex_lock(&w->mutex);
    pthread_spin_lock(&w->spin);
    pthread_spin_unlock(&w->spin);
    pthread_mutex_unlock(&w->mutex);
  }
}

static void shared(struct worker *w) {
  (void)w;
  mutex(one_for_all);
}

static void rwlock(struct worker *w) {
  for (long i = 0; i < rounds; i++) {
    pthread_rwlock_rdlock(&w->rw);
    pthread_rwlock_unlock(&w->rw);
  }
}

static void semaphore(struct worker *w) {
  for (long i = 0; i < rounds; i++) {
    sem_wait(&w->sem);
    sem_post(&w->sem);
  }
}

static void lifetime(struct worker *w) {
  (void)w;
  for (long i = 0; i < rounds; i++) {
    pthread_mutex_t m;
    pthread_mutex_init(&m, NULL);
    pthread_mutex_lock(&m);
    pthread_mutex_unlock(&m);
    pthread_mutex_destroy(&m);
  }
}

static void heap(struct worker *w) {
  (void)w;
  for (long i = 0; i < rounds; i++) {
    void *volatile block = malloc(64);
    free(block);
  }
}

static const struct {
  const char *name;
  void (*run)(struct worker *);
} cases[] = {{"mutex", mutex},         {"nested", nested}, {"shared", shared},
             {"rwlock", rwlock},       {"sem", semaphore}, {"lifetime", lifetime},
             {"malloc-free", heap}};

static void *work(void *at) {
  struct worker *w = at;
  double begin;
  the_case(w);
  pthread_barrier_wait(&start);
  w->nanoseconds = 1e30;
  for (int i = 0; i < Repetitions; i++) {
    begin = now();
    the_case(w);
    begin = (now() - begin) / (double)rounds;
    if (begin < w->nanoseconds)
      w->nanoseconds = begin;
  }
  return NULL;
}

int main(int argc, char **argv) {
  int threads = argc == 4 ? atoi(argv[2]) : 0;
  double worst = 0;
  if (threads < 1 || threads > MaxThreads)
    return 2;
  rounds = atol(argv[3]);
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
    if (strcmp(cases[i].name, argv[1]) == 0)
      the_case = cases[i].run;
  if (!the_case)
    return 2;
  if (the_case == shared)
    clock_used = CLOCK_MONOTONIC;
  for (int i = 0; i < threads; i++) {
    pthread_mutex_init(&workers[i].mutex, NULL);
    pthread_rwlock_init(&workers[i].rw, NULL);
    pthread_spin_init(&workers[i].spin, 0);
    sem_init(&workers[i].sem, 0, 1);
  }
  one_for_all = &workers[0];
  pthread_barrier_init(&start, NULL, (unsigned)threads);
  for (int i = 0; i < threads; i++)
    pthread_create(&workers[i].thread, NULL, work, &workers[i]);
  for (int i = 0; i < threads; i++) {
    pthread_join(workers[i].thread, NULL);
    if (workers[i].nanoseconds > worst)
      worst = workers[i].nanoseconds;
  }
  printf("%.2f\n", worst);
  return 0;
}
