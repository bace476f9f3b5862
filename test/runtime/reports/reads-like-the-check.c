// The report has the check's words, and one JSON line with the same facts.
// RUN: %clang -std=c99 %confirm %s -o %t
// RUN: not %t 2>&1 | FileCheck %s

#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>

struct object {
  pthread_mutex_t lock;
};

static void close_it(struct object *o) { pthread_mutex_destroy(&o->lock); }

int main(void) {
  struct object o;
  sem_t s;
  pthread_mutex_init(&o.lock, NULL);
  pthread_mutex_lock(&o.lock);
  close_it(&o);
  // CHECK: {{^}}{{.*}}reads-like-the-check.c:[[@LINE-8]]: warning: closing semaphore 'o->lock' while it is still set; confirmed ERROR_SEM_IS_SET (102) [semaphore-close-while-set]{{$}}
  // CHECK-NEXT: {{^}}{{.*}}reads-like-the-check.c:[[@LINE-4]]: note: semaphore created here{{$}}
  // CHECK-NEXT: {{^}}{{.*}}reads-like-the-check.c:[[@LINE-4]]: note: set here, by thread {{[0-9]+$}}
  // CHECK-NEXT: {{^}}{{.*}}reads-like-the-check.c:[[@LINE-11]]: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16); pthread_mutex_destroy returned 16 (EBUSY){{$}}
  // CHECK-NEXT: {"semtidy":1,"event":"close-while-set","check":"semaphore-close-while-set","label":"ERROR_SEM_IS_SET","code":102,"by":"close","object":"o->lock","family":"pthread-mutex","api":"pthread_mutex_destroy","file":"{{.*}}reads-like-the-check.c","line":[[@LINE-12]],"function":"close_it",
  sem_init(&s, 0, 2);
  sem_wait(&s);
  sem_wait(&s);
  sem_destroy(&s);
  // CHECK-NEXT: warning: closing semaphore 's' while it is still set; confirmed ERROR_SEM_IS_SET (102) [semaphore-close-while-set]{{$}}
  // CHECK-NEXT: :[[@LINE-5]]: note: semaphore created here with an initial count of 2{{$}}
  // CHECK-NEXT: :[[@LINE-4]]: note: set here, by thread {{[0-9]+}}; permits taken: 2{{$}}
  // CHECK-NEXT: :[[@LINE-4]]: note: {{.*}}; sem_destroy returned 0{{$}}
  // CHECK-NEXT: {"semtidy":1,
  // CHECK-NEXT: SUMMARY: SemTidy: closes seen: 2, of a set semaphore: 2, reported: 2; never closed: 1, of them set: 1
  return 0;
}
