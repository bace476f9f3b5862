// A handler that uses semaphores interrupts code that does: thousands of times
// at any instruction, with deep and shallow stacks of held locks.
// RUN: %clang -std=gnu11 -O2 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=print_summary=2 %t 2>&1 | FileCheck %s
// RUN: %clang -std=gnu11 -O0 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=print_summary=2 %t 2>&1 | FileCheck %s
// CHECK-NOT: warning
// CHECK-DAG: handled
// CHECK-DAG: SUMMARY: SemTidy: closes seen: {{[0-9]+}}, of a set semaphore: 0, reported: 0; never closed: 0, of them set: 0

#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdio.h>
#include <sys/time.h>

static volatile sig_atomic_t handled;

// sem_post is what POSIX allows here; a lock that only the handler uses, and
// that is never contended, works as well.
static void handle(int signal) {
  static pthread_spinlock_t own;
  static sem_t s;
  (void)signal;
  pthread_spin_init(&own, 0);
  pthread_spin_lock(&own);
  sem_init(&s, 0, 1);
  sem_post(&s);
  pthread_spin_unlock(&own);
  sem_destroy(&s);
  pthread_spin_destroy(&own);
  handled++;
}

int main(void) {
  struct itimerval often = {{0, 50}, {0, 50}};
  struct sigaction action = {.sa_handler = handle};
  pthread_mutex_t m[20];
  sem_t s;
  sigaction(SIGALRM, &action, NULL);
  setitimer(ITIMER_REAL, &often, NULL);
  for (int round = 0; handled < 2000; round++) {
    int depth = 1 + round % 20;
    for (int i = 0; i < depth; i++)
      pthread_mutex_init(&m[i], NULL);
    for (int i = 0; i < depth; i++)
      pthread_mutex_lock(&m[i]);
    for (int i = depth - 1; i >= 0; i--)
      pthread_mutex_unlock(&m[i]);
    for (int i = 0; i < depth; i++)
      pthread_mutex_destroy(&m[i]);
    sem_init(&s, 0, 1);
    while (sem_wait(&s) != 0)
      ;
    sem_post(&s);
    sem_destroy(&s);
  }
  often.it_interval.tv_usec = often.it_value.tv_usec = 0;
  setitimer(ITIMER_REAL, &often, NULL);
  printf("handled\n");
  return 0;
}
