// The header and the host's OS/2 together: a legacy program really gets 102,
// and the report says why.
// RUN: %clang -std=gnu99 -Wall -Wextra -Werror %os2 %confirm %s %libos2 -o %t
// RUN: env SEMTIDY_OS2_DOMAIN=%domain-confirmed SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s
// RUN: %clangxx -x c++ -std=c++11 -Wall -Wextra -Werror %os2 %confirm %s -x none %libos2 -o %t
// RUN: env SEMTIDY_OS2_DOMAIN=%domain-confirmed SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s
// RUN: rm -f /dev/shm/semtidy-os2-%domain-confirmed

#define INCL_DOSSEMAPHORES
#include <assert.h>
#include <os2.h>
#include <pthread.h>

static HSYSSEM h;

static void *clear_it(void *at) {
  DosSemClear(h);
  return at;
}

int main(void) {
  ULONG ram = 0;
  HSEM o;
  HMTX m;
  pthread_t t;
  assert(DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\C") == NO_ERROR);
  assert(DosSemSet(h) == NO_ERROR);
  assert(DosCloseSem(h) == ERROR_SEM_IS_SET);
  // CHECK: REPORT close 'h' (os2-sem) at confirmed.c:[[@LINE-1]] in main, DosCloseSem returned 102; created confirmed.c:[[@LINE-3]] in main; set confirmed.c:[[@LINE-2]] in main; depth 1, {{.*}} same thread
  pthread_create(&t, NULL, clear_it, NULL);
  pthread_join(t, NULL);
  assert(DosSemRequest(h, SEM_INDEFINITE_WAIT) == NO_ERROR);
  assert(DosSemRequest(h, SEM_INDEFINITE_WAIT) == NO_ERROR);
  DosSemClear(h);
  DosCloseSem((HSEM)h);
  // CHECK-NEXT: REPORT close 'h' {{.*}}:[[@LINE-1]] in main, {{.*}} set confirmed.c:[[@LINE-3]] in main; depth 1,
  DosSemClear(h);
  assert(DosSemSetWait(h, 10) == ERROR_SEM_TIMEOUT);
  DosCloseSem(h);
  // CHECK-NEXT: REPORT close 'h' {{.*}}:[[@LINE-1]] in main, {{.*}} set confirmed.c:[[@LINE-2]] in main;
  DosSemClear(h);
  assert(DosOpenSem(&o, "\\SEM\\C") == NO_ERROR);
  assert(DosCloseSem(o) == NO_ERROR);
  assert(DosCloseSem(h) == NO_ERROR);

  DosSemSet(&ram);
  DosSemClear(&ram);
  DosCloseSem(&ram); // no handle at all

  assert(DosCreateMutexSem(NULL, &m, 0, TRUE) == NO_ERROR);
  assert(DosCloseMutexSem(m) == ERROR_SEM_BUSY);
  // CHECK-NEXT: REPORT close 'm' (os2-mutex) {{.*}}:[[@LINE-1]] in main, DosCloseMutexSem returned 301; created {{.*}}:[[@LINE-2]] in main; set {{.*}}:[[@LINE-2]] in main;
  DosReleaseMutexSem(m);
  DosCloseMutexSem(m);
  // CHECK-NOT: REPORT
  return 0;
}
