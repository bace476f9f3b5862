// Every event, with its place.
// RUN: %clang -std=c99 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=trace=1 %t 2>&1 | %records | FileCheck %s

#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>

int main(void) {
  pthread_mutex_t m;
  sem_t s;
  pthread_mutex_init(&m, NULL);
  // CHECK: EVENT create 'm' at trace.c:[[@LINE-1]] in main, pthread_mutex_init
  pthread_mutex_lock(&m);
  // CHECK-NEXT: EVENT set 'm' at trace.c:[[@LINE-1]] in main, pthread_mutex_lock
  pthread_mutex_unlock(&m);
  // CHECK-NEXT: EVENT clear 'm' at trace.c:[[@LINE-1]] in main, pthread_mutex_unlock
  pthread_mutex_destroy(&m);
  // CHECK-NEXT: EVENT close 'm' at trace.c:[[@LINE-1]] in main, pthread_mutex_destroy
  sem_init(&s, 0, 1);
  // CHECK-NEXT: EVENT create 's' at trace.c:[[@LINE-1]] in main, sem_init
  sem_wait(&s);
  // CHECK-NEXT: EVENT set 's' at trace.c:[[@LINE-1]] in main, sem_wait
  sem_post(&s);
  // CHECK-NEXT: EVENT clear 's' at trace.c:[[@LINE-1]] in main, sem_post
  sem_destroy(&s);
  // CHECK-NEXT: EVENT close 's' at trace.c:[[@LINE-1]] in main, sem_destroy
  // CHECK-NOT: {{REPORT|EVENT|FULL}}
  return 0;
}
