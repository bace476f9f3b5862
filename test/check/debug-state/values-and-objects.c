// RUN: %clang_tidy -load %plugin -quiet -checks='-*,semaphore-debug-state' %s -- | FileCheck %s
#include <pthread.h>
void semtidy_debug_state(int, ...);

void point(pthread_mutex_t *m, int c) {
  if (c > 3)
    pthread_mutex_lock(m);
  semtidy_debug_state(c);
  // CHECK: :[[@LINE-1]]:3: warning: object *(&m) of family pthread-mutex, depth 1; argument *(&c) in {4..max}
  // CHECK: :[[@LINE-2]]:3: warning: values; argument *(&c) in {4..max}
  // CHECK: :[[@LINE-3]]:3: warning: values; argument *(&c) in {min..3}
  pthread_mutex_destroy(m); // TP
}
