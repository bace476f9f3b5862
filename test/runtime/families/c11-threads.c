// RUN: %clang -std=c11 -O1 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s
// RUN: %clang -std=c11 -DSEMTIDY_CONFIRM_NO_C11 %confirm %s -o %t.off
// RUN: env SEMTIDY_OPTIONS=print_summary=2 %t.off 2>&1 | FileCheck %s -check-prefix=OFF

// OFF: SUMMARY: SemTidy: closes seen: 0,
#include <assert.h>
#include <threads.h>
#include <time.h>

int main(void) {
  mtx_t m, r;
  cnd_t c;
  struct timespec past = {0, 0};
  mtx_init(&m, mtx_plain);
  assert(mtx_trylock(&m) == thrd_success);
  assert(mtx_trylock(&m) == thrd_busy);
  mtx_destroy(&m);
  // CHECK: REPORT close 'm' (c11-mtx) at {{.*}}:[[@LINE-1]] in main, mtx_destroy returned None; {{.*}} depth 1,
  mtx_init(&r, mtx_timed | mtx_recursive);
  mtx_lock(&r);
  mtx_timedlock(&r, &past);
  mtx_unlock(&r);
  cnd_init(&c);
  assert(cnd_timedwait(&c, &r, &past) == thrd_timedout);
  mtx_destroy(&r);
  // CHECK-NEXT: REPORT close 'r' {{.*}} set {{.*}}:[[@LINE-2]] in main; depth 1,
  mtx_init(&m, mtx_plain);
  mtx_lock(&m);
  mtx_unlock(&m);
  mtx_destroy(&m);
  // CHECK-NOT: REPORT
  return 0;
}
