// Threads count permits for themselves; who gives back is often another thread
// than who took. The sum is right, also after threads have ended and others have
// their records, with more semaphores than a thread has entries, and while a
// signal handler posts. The semaphores are asked as well, but no answer differs from
// the count: nothing is cleared_unseen.
// RUN: %clang -std=gnu11 -O2 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0:max_threads=32:log_sites=1 %t > %t.log 2>&1
// RUN: %records %t.log | grep REPORT | FileCheck %s
// RUN: FileCheck %s -check-prefix=SUMMARY < %t.log
// RUN: gcc -std=gnu11 -O0 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0:max_threads=32 %t 2>&1 | %records | FileCheck %s
// RUN: env SEMTIDY_OPTIONS=exitcode=0:max_threads=32:trace=1 %t 2>&1 | %records | grep REPORT | FileCheck %s
// REQUIRES: gcc
// SUMMARY: "event":"summary",{{.*}}"closes":110,"set":5,{{.*}}"cleared_unseen":0

#include <assert.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>
#include <unistd.h>

enum { Many = 100, Rounds = 2000 };

static sem_t *open_new(int number, unsigned permits) {
  char name[48];
  sem_t *s;
  snprintf(name, sizeof name, "/semtidy-permits-%d-%d", (int)getpid(), number);
  s = sem_open(name, O_CREAT | O_EXCL, 0600, permits);
  assert(s != SEM_FAILED);
  sem_unlink(name);
  return s;
}

static sem_t *items, *room, *other;

static void *produce(void *unused) {
  for (int i = 0; i < Rounds; i++) {
    sem_wait(room);
    sem_post(items);
  }
  return unused;
}

static void *consume(void *unused) {
  for (int i = 0; i < Rounds; i++) {
    sem_wait(items);
    sem_post(room);
  }
  return unused;
}

static void *take_one(void *from) {
  sem_wait(from);
  return NULL;
}

static void *nothing(void *unused) {
  sem_wait(other);
  sem_post(other);
  return unused;
}

static void run(void *(*what)(void *), void *with) {
  pthread_t t;
  pthread_create(&t, NULL, what, with);
  pthread_join(t, NULL);
}

static void producers_and_consumers(void) {
  pthread_t t[8];
  items = open_new(0, 1); // begins with one, or nothing would be counted
  room = open_new(1, 4);
  for (int i = 0; i < 8; i++)
    pthread_create(&t[i], NULL, i % 2 ? produce : consume, NULL);
  for (int i = 0; i < 8; i++)
    pthread_join(t[i], NULL);
  sem_close(items);
  sem_close(room);
}

static void ended_threads(int give_back) {
  sem_t *s = open_new(2, 40);
  other = open_new(3, 1);
  for (int i = 0; i < 40; i++)
    run(take_one, s);
  for (int i = 0; i < 64; i++) // have the records of those
    run(nothing, NULL);
  for (int i = 0; i < 40 - !give_back; i++)
    sem_post(s);
  sem_close(other);
  sem_close(s); // of ended_threads(0)
  // CHECK: REPORT close 's' (posix-sem) at {{.*}}:[[@LINE-1]] in ended_threads, {{.*}} in take_one; {{.*}} permits 1 of 40
}

static void many(int kept) {
  sem_t *s[Many];
  for (int i = 0; i < Many; i++) {
    s[i] = open_new(10 + i, 2);
    sem_wait(s[i]);
    sem_wait(s[i]);
  }
  for (int i = 0; i < Many; i++)
    for (int n = i == kept ? 1 : 0; n < 2; n++)
      sem_post(s[i]);
  for (int i = 0; i < Many; i++)
    sem_close(s[i]);
  // CHECK-NEXT: REPORT close 's[i]' (posix-sem) at {{.*}}:[[@LINE-1]] in many, {{.*}} in many; {{.*}} permits 1 of 2
}

static void used_again(void) {
  for (int i = 0; i < 3; i++) {
    sem_t *s = open_new(200, 3); // at the same address, most likely
    sem_wait(s);
    sem_wait(s);
    if (i == 2) {
      sem_post(s);
      sem_post(s);
    }
    if (i == 0)
      sem_close(s);
    else if (i == 1)
      sem_close(s);
    else
      sem_close(s);
    // CHECK-NEXT: REPORT close 's' {{.*}}:[[@LINE-5]] in used_again, {{.*}} permits 2 of 3
    // CHECK-NEXT: REPORT close 's' {{.*}}:[[@LINE-4]] in used_again, {{.*}} permits 2 of 3
  }
}

static volatile sig_atomic_t posted;

static void post(int signal) {
  (void)signal;
  sem_post(other);
  posted++;
}

static void interrupted(void) {
  struct itimerval often = {{0, 50}, {0, 50}}, never = {{0, 0}, {0, 0}};
  signal(SIGALRM, post);
  other = open_new(300, 1);
  setitimer(ITIMER_REAL, &often, NULL);
  while (posted < 2000) {
    sem_wait(other);
    sem_post(other);
  }
  setitimer(ITIMER_REAL, &never, NULL);
  for (int i = posted; i > 0; i--)
    sem_wait(other);
  sem_wait(other); // the first one; all given ones are taken
  sem_close(other);
  // CHECK-NEXT: REPORT close 'other' {{.*}} permits 1 of 1
  // CHECK-NOT: REPORT
}

int main(void) {
  producers_and_consumers();
  ended_threads(1);
  ended_threads(0);
  many(50);
  used_again();
  interrupted();
  return 0;
}
