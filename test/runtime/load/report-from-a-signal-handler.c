// RUN: %clang -std=gnu11 -O1 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>

static pthread_spinlock_t s;

static void handle(int signal) {
  (void)signal;
  pthread_spin_destroy(&s);
  // CHECK: REPORT close 's' {{.*}}:[[@LINE-1]] in handle, {{.*}} same thread
}

int main(void) {
  signal(SIGUSR1, handle);
  pthread_spin_init(&s, 0);
  pthread_spin_lock(&s);
  errno = 1234;
  raise(SIGUSR1);
  return errno != 1234; // the report does not touch it
}
