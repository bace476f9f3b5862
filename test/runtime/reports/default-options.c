// A program may bring its own defaults; the environment goes over them.
// RUN: %clang -std=c99 %confirm -DHOOK %s -o %t
// RUN: %python -c "import subprocess, sys; sys.exit(subprocess.call([sys.argv[1]]) != 5)" %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | FileCheck %s
// RUN: %clang -std=c99 %confirm "-DSEMTIDY_CONFIRM_DEFAULT_OPTIONS=\"json=0:exitcode=0\"" %s -o %t
// RUN: %t 2>&1 | FileCheck %s
// CHECK-NOT: {
// CHECK: warning: closing semaphore 'm'
// CHECK-NOT: {

#include <pthread.h>
#include <stddef.h>

#ifdef HOOK
const char *semtidy_default_options(void) { return "exitcode=5:json=0"; }
#endif

int main(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m);
  return 0;
}
