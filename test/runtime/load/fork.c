// A child has its own counts and its own log; it inherits what is held.
// RUN: %clang -std=gnu11 -O1 %confirm %s -o %t
// RUN: rm -f %t.log.*
// RUN: env SEMTIDY_OPTIONS=log_path=%t.log:exitcode=0 %t > %t.out
// RUN: %python %S/../Inputs/by-process.py %t.log %t.out | FileCheck %s

// CHECK: parent: closes 2 set 0 reports 0
// CHECK: child: closes 2 set 2 reports 2
// CHECK-DAG: child: report inherited, set by the parent
// CHECK-DAG: child: report other, set by another thread

#include <pthread.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static pthread_mutex_t inherited, other;
static pthread_barrier_t locked, done;

static void *hold(void *at) {
  (void)at;
  pthread_mutex_lock(&other);
  pthread_barrier_wait(&locked);
  pthread_barrier_wait(&done);
  pthread_mutex_unlock(&other);
  return NULL;
}

int main(void) {
  pthread_t t;
  pid_t child;
  pthread_mutex_init(&inherited, NULL);
  pthread_mutex_init(&other, NULL);
  pthread_barrier_init(&locked, NULL, 2);
  pthread_barrier_init(&done, NULL, 2);
  pthread_create(&t, NULL, hold, NULL);
  pthread_barrier_wait(&locked);
  pthread_mutex_lock(&inherited);
  child = fork();
  if (child == 0) {
    pthread_mutex_destroy(&inherited);
    pthread_mutex_destroy(&other);
    return 0;
  }
  waitpid(child, NULL, 0);
  printf("%d %d\n", (int)getpid(), (int)child);
  pthread_mutex_unlock(&inherited);
  pthread_barrier_wait(&done);
  pthread_join(t, NULL);
  pthread_mutex_destroy(&inherited);
  pthread_mutex_destroy(&other);
  return 0;
}
