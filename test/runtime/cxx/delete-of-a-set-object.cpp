// `delete` has no line at run time; the report stands at the set.
// RUN: %clangxx -std=c++17 -O1 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s
// RUN: %clangxx -std=c++17 -O1 -DSEMTIDY_CONFIRM_NO_DELETE %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | count 0
//
// A program that has these functions itself keeps them; its file that defines
// them says so, since it cannot have both. And AddressSanitizer, which pairs new
// with delete, has no reason to complain.
// RUN: %clangxx -std=c++17 -O1 -DOWN -DSEMTIDY_CONFIRM_NO_DELETE %confirm -c %s -o %t.own.o
// RUN: %clangxx -std=c++17 -O1 %confirm %s %t.own.o -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | count 0
// RUN: %if asan %{ %clangxx -std=c++17 -O1 -fsanitize=address %confirm %s -o %t %}
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | count 0

#include <cstdlib>
#include <map>
#include <memory>
#include <new>
#include <pthread.h>
#include <semaphore.h>
#include <string>

#ifdef OWN
void *operator new(std::size_t size) { return std::malloc(size); }
void operator delete(void *at) noexcept { std::free(at); }
void operator delete(void *at, std::size_t) noexcept { std::free(at); }
#else

struct Object {
  std::string name = "a name that does not fit into the object itself";
  pthread_mutex_t lock;
  sem_t permits;
  Object() {
    pthread_mutex_init(&lock, nullptr);
    sem_init(&permits, 0, 1);
  }
};

int main() {
  Object *o = new Object;
  pthread_mutex_lock(&o->lock);
  delete o;
  // CHECK: REPORT free 'lock' () at delete-of-a-set-object.cpp:[[@LINE-2]] in main, {{.*}} created delete-of-a-set-object.cpp:[[@LINE-9]] in Object; set
  auto p = std::make_unique<Object[]>(3);
  sem_wait(&p[1].permits);
  p.reset();
  // CHECK-NEXT: REPORT free 'permits' () at {{.*}}:[[@LINE-2]] in main, {{.*}} permits 1 of 1
  std::map<int, Object> many;
  for (int i = 0; i < 100; i++)
    pthread_mutex_lock(&many[i].lock), pthread_mutex_unlock(&many[i].lock);
  many.clear();
  // CHECK-NOT: REPORT
}
#endif
