// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

int step(int);

int posix(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (step(1) < 0) {
    pthread_mutex_unlock(m);
    pthread_mutex_destroy(m); // TN
    return -1;
  }
  step(2);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  return 0;
}

int posix_joined(pthread_mutex_t *m) {
  int rc;
  pthread_mutex_lock(m);
  rc = step(1);
  if (rc < 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-6]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
  return rc;
}

int os2(HSEM h) {
  DosSemSet(h);
  if (step(1) != 0) {
    DosSemClear(h);
    DosCloseSem(h); // TN
    return -1;
  }
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  return 0;
}

int win32(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return -1;
  WaitForSingleObject(h, INFINITE);
  if (step(1)) {
    ReleaseMutex(h);
    CloseHandle(h); // TN
    return -1;
  }
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  return 0;
}

int win32_both(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return -1;
  WaitForSingleObject(h, INFINITE);
  if (step(1)) {
    ReleaseMutex(h);
    CloseHandle(h); // TN
    return -1;
  }
  ReleaseMutex(h);
  CloseHandle(h); // TN
  return 0;
}
