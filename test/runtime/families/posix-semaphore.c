// A permit is held only of a semaphore that began with one.
// RUN: %clang -std=c11 -O1 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s

#include <assert.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdio.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

static sem_t s;

static void taken(void) {
  sem_init(&s, 0, 3);
  sem_wait(&s);
  assert(sem_trywait(&s) == 0);
  sem_post(&s);
  sem_destroy(&s);
  // CHECK: REPORT close 's' (posix-sem) at {{.*}}:[[@LINE-1]] in taken, sem_destroy returned 0; {{.*}} permits 1 of 3, waiters 0, asked True
}

static void failed_tries_take_nothing(void) {
  struct timespec past = {0, 0};
  sem_init(&s, 0, 1);
  sem_wait(&s);
  assert(sem_trywait(&s) == -1);
  assert(sem_timedwait(&s, &(struct timespec){0, 0}) == -1);
  assert(sem_timedwait(&s, &past) == -1);
  sem_post(&s);
  sem_destroy(&s);
}

static void *post(void *at) {
  sem_post(at);
  return NULL;
}

static void signalled(void) {
  pthread_t t;
  sem_init(&s, 0, 0);
  pthread_create(&t, NULL, post, &s);
  sem_wait(&s);
  pthread_join(t, NULL);
  sem_destroy(&s);
}

static void given_back_by_another_thread(void) {
  pthread_t t;
  sem_init(&s, 0, 1);
  sem_wait(&s);
  pthread_create(&t, NULL, post, &s);
  pthread_join(t, NULL);
  sem_destroy(&s);
}

static void named(void) {
  char name[32];
  sem_t *a, *b;
  snprintf(name, sizeof name, "/semtidy-test-%d", (int)getpid());
  a = sem_open(name, O_CREAT | O_EXCL, 0600, 1);
  assert(a != SEM_FAILED);
  b = sem_open(name, 0); // the same pointer, in glibc
  assert(a == b);
  sem_wait(a);
  sem_close(b); // a stays open: no permit is lost yet
  sem_close(a);
  // CHECK-NEXT: REPORT close 'a' (posix-sem) at {{.*}}:[[@LINE-1]] in named, sem_close returned 0; {{.*}} permits 1 of 1
  a = sem_open(name, 0); // whose first value nobody here knows
  sem_post(a);
  sem_wait(a);
  sem_close(a);
  sem_unlink(name);
}

int main(void) {
  taken();
  failed_tries_take_nothing();
  signalled();
  given_back_by_another_thread();
  named();
  // CHECK-NOT: REPORT
  return 0;
}
