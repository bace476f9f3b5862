//===--- cases.c - Ways to end a semaphore that is set ----------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
//   cases              prints the names of all cases
//   cases NAME         does that one; "busy" if the close said so
//
// The first half ends a semaphore that is set. The second, whose names begin
// with "right-", is the nearest right thing: there nothing is to be said.
//
//===----------------------------------------------------------------------===//

#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t m;
static pthread_rwlock_t rw;
static pthread_spinlock_t spin;
static sem_t s;
static const struct timespec past = {0, 0};

static void *lock_m(void *at) { pthread_mutex_lock(&m); return at; }
static void *read_rw(void *at) { pthread_rwlock_rdlock(&rw); return at; }
static void *post_s(void *at) { sem_post(&s); return at; }

static void run(void *(*what)(void *)) {
  pthread_t t;
  pthread_create(&t, NULL, what, NULL);
  pthread_join(t, NULL);
}

static void init_as(int type, int robust) {
  pthread_mutexattr_t a;
  pthread_mutexattr_init(&a);
  pthread_mutexattr_settype(&a, type);
  pthread_mutexattr_setrobust(&a, robust);
  pthread_mutex_init(&m, &a);
}

static int mutex(void) {
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  return pthread_mutex_destroy(&m);
}
static int mutex_of_ended_thread(void) {
  pthread_mutex_init(&m, NULL);
  run(lock_m);
  return pthread_mutex_destroy(&m);
}
static int mutex_tried(void) {
  pthread_mutex_init(&m, NULL);
  return pthread_mutex_trylock(&m) ? 0 : pthread_mutex_destroy(&m);
}
static int mutex_timed(void) {
  pthread_mutex_init(&m, NULL);
  return pthread_mutex_timedlock(&m, &past) ? 0 : pthread_mutex_destroy(&m);
}
static int mutex_recursive(void) {
  init_as(PTHREAD_MUTEX_RECURSIVE, PTHREAD_MUTEX_STALLED);
  pthread_mutex_lock(&m);
  pthread_mutex_lock(&m);
  pthread_mutex_unlock(&m);
  return pthread_mutex_destroy(&m);
}
static int mutex_robust(void) {
  init_as(PTHREAD_MUTEX_NORMAL, PTHREAD_MUTEX_ROBUST);
  pthread_mutex_lock(&m);
  return pthread_mutex_destroy(&m);
}
static int mutex_after_wait(void) {
  static pthread_cond_t c = PTHREAD_COND_INITIALIZER;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  pthread_cond_timedwait(&c, &m, &past);
  return pthread_mutex_destroy(&m);
}
static int mutex_again(void) {
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  return pthread_mutex_init(&m, NULL);
}
static int mutex_freed(void) {
  pthread_mutex_t *heap = malloc(sizeof *heap);
  pthread_mutex_init(heap, NULL);
  pthread_mutex_lock(heap);
  free(heap);
  return 0;
}
static int written(void) {
  pthread_rwlock_init(&rw, NULL);
  pthread_rwlock_wrlock(&rw);
  return pthread_rwlock_destroy(&rw);
}
static int read_locked(void) {
  pthread_rwlock_init(&rw, NULL);
  pthread_rwlock_rdlock(&rw);
  return pthread_rwlock_destroy(&rw);
}
static int read_by_ended_thread(void) {
  pthread_rwlock_init(&rw, NULL);
  run(read_rw);
  return pthread_rwlock_destroy(&rw);
}
static int spun(void) {
  pthread_spin_init(&spin, PTHREAD_PROCESS_PRIVATE);
  pthread_spin_lock(&spin);
  return pthread_spin_destroy(&spin);
}
static int c11(void) {
  static mtx_t x;
  mtx_init(&x, mtx_plain);
  mtx_lock(&x);
  mtx_destroy(&x);
  return 0;
}
static int permit(void) {
  sem_init(&s, 0, 1);
  sem_wait(&s);
  return sem_destroy(&s);
}
static int permit_named(void) {
  char name[32];
  sem_t *n;
  int rc;
  snprintf(name, sizeof name, "/semtidy-case-%d", (int)getpid());
  n = sem_open(name, O_CREAT | O_EXCL, 0600, 1);
  sem_unlink(name);
  if (n == SEM_FAILED)
    return 0;
  sem_wait(n);
  rc = sem_close(n);
  return rc;
}

static int right_mutex(void) {
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  pthread_mutex_unlock(&m);
  return pthread_mutex_destroy(&m);
}
static int right_rwlock(void) {
  pthread_rwlock_init(&rw, NULL);
  pthread_rwlock_rdlock(&rw);
  pthread_rwlock_unlock(&rw);
  return pthread_rwlock_destroy(&rw);
}
static int right_signal(void) {
  sem_init(&s, 0, 0);
  run(post_s);
  sem_wait(&s);
  return sem_destroy(&s);
}
static int right_permit(void) {
  sem_init(&s, 0, 1);
  sem_wait(&s);
  run(post_s);
  return sem_destroy(&s);
}

static const struct {
  const char *name;
  int (*run)(void);
} cases[] = {{"mutex", mutex},
             {"mutex-of-ended-thread", mutex_of_ended_thread},
             {"mutex-tried", mutex_tried},
             {"mutex-timed", mutex_timed},
             {"mutex-recursive", mutex_recursive},
             {"mutex-robust", mutex_robust},
             {"mutex-after-condition-wait", mutex_after_wait},
             {"mutex-initialised-again", mutex_again},
             {"mutex-in-freed-memory", mutex_freed},
             {"rwlock-written", written},
             {"rwlock-read", read_locked},
             {"rwlock-read-by-ended-thread", read_by_ended_thread},
             {"spin-lock", spun},
             {"c11-mutex", c11},
             {"semaphore-permit", permit},
             {"named-semaphore-permit", permit_named},
             {"right-mutex", right_mutex},
             {"right-rwlock", right_rwlock},
             {"right-semaphore-signal", right_signal},
             {"right-semaphore-permit", right_permit}};

int main(int argc, char **argv) {
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    if (argc < 2)
      printf("%s\n", cases[i].name);
    else if (strcmp(argv[1], cases[i].name) == 0)
      printf("%s\n", cases[i].run() ? "busy" : "0");
  }
  return 0;
}
