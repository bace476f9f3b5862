// Recording and reporting allocate nothing: the program's malloc is not called.
// RUN: %clang -std=gnu11 -O1 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | FileCheck %s
// CHECK: warning: closing semaphore
// CHECK: allocations: 0

#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static int count;
static char pool[1 << 20];
static size_t used;

void *malloc(size_t size) {
  void *at = pool + used;
  used += (size + 15) & ~(size_t)15;
  count++;
  return used <= sizeof pool ? at : NULL;
}
void *calloc(size_t n, size_t size) { return malloc(n * size); }
void *aligned_alloc(size_t alignment, size_t size) {
  (void)alignment;
  return malloc(size);
}

int main(void) {
  int before = count;
  char text[32];
  pthread_mutex_t m;
  sem_t s;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m);
  sem_init(&s, 0, 1);
  sem_wait(&s);
  sem_destroy(&s);
  before = count - before;
  snprintf(text, sizeof text, "allocations: %d\n", before);
  return write(1, text, strlen(text)) < 0;
}
