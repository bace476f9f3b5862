// free and realloc end what is in the block.
// RUN: %clang -std=c11 -O1 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s
// RUN: env SEMTIDY_OPTIONS=exitcode=0:check_free=0 %t 2>&1 | %records | not grep "REPORT free"
// RUN: gcc -std=gnu17 -O2 -Wall -Wextra -Werror %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s
// REQUIRES: gcc

#include <assert.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <string.h>

struct object {
  char before[100];
  pthread_mutex_t lock;
  sem_t permits;
  char after[5000];
};

static struct object *make(void) {
  struct object *o = malloc(sizeof *o);
  assert(o);
  pthread_mutex_init(&o->lock, NULL);
  sem_init(&o->permits, 0, 1);
  return o;
}

static void *lock_it(void *at) {
  pthread_mutex_lock(at);
  return NULL;
}

// Names that are no call of libc's free.
struct table {
  void (*free)(void *);
  int (*realloc)(int, int, int);
};
static int add(int a, int b, int c) { return a + b + c; }
static void nothing(void *at) { (void)at; }

int main(void) {
  struct object *o = make(), *p;
  struct table t = {free, add};
  pthread_t thread;
  pthread_mutex_lock(&o->lock);
  sem_wait(&o->permits);
  free(o);
  // CHECK-DAG: REPORT free 'o->lock' () at {{.*}}:[[@LINE-1]] in main, free returned None; created {{.*}} in make; set {{.*}}:[[@LINE-3]] in main;
  // CHECK-DAG: REPORT free 'o->permits' () at {{.*}}:[[@LINE-2]] in main, free {{.*}} permits 1 of 1

  o = make();
  pthread_create(&thread, NULL, lock_it, &o->lock);
  pthread_join(thread, NULL);
  free(o);
  // CHECK: REPORT free 'o->lock' {{.*}}:[[@LINE-1]] in main, free {{.*}} other thread

  o = make();
  pthread_mutex_lock(&o->lock);
  p = realloc(o, 4000000); // too much to stay where it is
  // CHECK-NEXT: REPORT free 'o->lock' {{.*}}:[[@LINE-1]] in main, realloc
  free(p);

  // Never initialised by a call.
  o = calloc(1, sizeof *o);
  assert(o);
  pthread_mutex_lock(&o->lock);
  t.free(o);
  // CHECK-NEXT: REPORT free 'o->lock' () at {{.*}}:[[@LINE-1]] in main, free returned None; created unknown; set {{.*}}:[[@LINE-2]] in main;

  // Held by a neighbour, or by nobody.
  o = make();
  p = make();
  pthread_mutex_lock(&o->lock);
  free(p);
  pthread_mutex_unlock(&o->lock);
  free(o);
  free(NULL);
  char *text = malloc(8);
  text = realloc(text, 16);
  free(text);
  t.free = nothing;
  t.free(&t);
  assert(t.realloc(1, 2, 3) == 6);
  // CHECK-NOT: REPORT
  return 0;
}
