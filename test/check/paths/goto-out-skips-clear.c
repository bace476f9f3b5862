// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

int step(int);

int posix(pthread_mutex_t *m, int bad) {
  int rc = -1;
  pthread_mutex_lock(m);
  if (bad)
    goto out;
  rc = step(1);
  pthread_mutex_unlock(m);
out:
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-8]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-8]]:{{[0-9]+}}: note: taking the true branch here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
  return rc;
}

int posix_released(pthread_mutex_t *m, int bad) {
  int rc = -1;
  pthread_mutex_lock(m);
  if (bad)
    goto out;
  rc = step(1);
out:
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
  return rc;
}

int os2(HSEM h, int bad) {
  int rc = -1;
  DosSemRequest(h, SEM_INDEFINITE_WAIT);
  if (bad)
    goto out;
  rc = step(2);
  DosSemClear(h);
out:
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-8]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-8]]:{{[0-9]+}}: note: taking the true branch here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: DosCloseSem returns ERROR_SEM_IS_SET (102) and the semaphore stays open
  return rc;
}

int os2_ladder(HSEM h, int bad) {
  int rc = -1;
  DosSemRequest(h, SEM_INDEFINITE_WAIT);
  if (bad)
    goto clear;
  rc = step(2);
  if (rc)
    goto clear;
  rc = step(3);
clear:
  DosSemClear(h);
  DosCloseSem(h); // TN
  return rc;
}

int win32(int bad) {
  int rc = -1;
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return -1;
  WaitForSingleObject(h, INFINITE);
  if (bad)
    goto out;
  rc = step(4);
  ReleaseMutex(h);
out:
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
  return rc;
}

// The labels are in the wrong order.
int critical_section(LPCRITICAL_SECTION cs) {
  int rc = step(5);
  if (rc)
    goto destroy;
  EnterCriticalSection(cs);
  rc = step(6);
  if (rc)
    goto destroy;
  LeaveCriticalSection(cs);
destroy:
  DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'cs' while it may still be set; potential ERROR_SEM_IS_SET (102)
  return rc;
}

int critical_section_released(LPCRITICAL_SECTION cs) {
  int rc = step(5);
  if (rc)
    goto destroy;
  EnterCriticalSection(cs);
  rc = step(6);
  if (rc)
    goto leave;
  rc = step(7);
leave:
  LeaveCriticalSection(cs);
destroy:
  DeleteCriticalSection(cs); // TN
  return rc;
}
