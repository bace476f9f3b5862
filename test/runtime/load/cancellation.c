// Closing a mutex is no cancellation point, and its report is none either. A
// thread that is cancelled while it waits does not count as a waiter later.
// RUN: %clang -std=gnu11 -O1 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s

#include <assert.h>
#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>
#include <unistd.h>

static pthread_mutex_t m, gate = PTHREAD_MUTEX_INITIALIZER;
static int reached;
static sem_t s;

static void *close_while_cancelled(void *at) {
  (void)at;
  pthread_mutex_lock(&gate); // until the cancellation is pending
  pthread_mutex_unlock(&gate);
  pthread_mutex_destroy(&m);
  // CHECK: REPORT close 'm' {{.*}}:[[@LINE-1]] in close_while_cancelled,
  reached = 1;
  pthread_testcancel();
  reached = 2;
  return NULL;
}

static void *wait(void *at) {
  (void)at;
  sem_wait(&s);
  return NULL;
}

int main(void) {
  pthread_t t;
  void *result;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  pthread_mutex_lock(&gate);
  pthread_create(&t, NULL, close_while_cancelled, NULL);
  pthread_cancel(t);
  pthread_mutex_unlock(&gate);
  pthread_join(t, &result);
  assert(result == PTHREAD_CANCELED && reached == 1);

  sem_init(&s, 0, 1);
  sem_wait(&s);
  pthread_create(&t, NULL, wait, NULL);
  usleep(100000);
  pthread_cancel(t);
  pthread_join(t, &result);
  assert(result == PTHREAD_CANCELED);
  sem_destroy(&s);
  // CHECK: REPORT close 's' {{.*}} waiters 0,
  // CHECK-NOT: {{REPORT|EVENT|FULL}}
  return 0;
}
