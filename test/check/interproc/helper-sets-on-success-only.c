// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

int check(int);

// 0: locked; -1: not.
static int enter(pthread_mutex_t *m, int n) {
  if (n < 0)
    return -1;
  pthread_mutex_lock(m);
  if (check(n)) {
    pthread_mutex_unlock(m);
    return -1;
  }
  return 0;
}

void failed_is_not_held(pthread_mutex_t *m, int n) {
  if (enter(m, n)) {
    pthread_mutex_destroy(m); // TN
    return;
  }
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void success_is_held(pthread_mutex_t *m, int n) {
  if (enter(m, n) == 0)
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void ignored(pthread_mutex_t *m, int n) {
  enter(m, n);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

static BOOL acquire(HANDLE h) {
  DWORD rc = WaitForSingleObject(h, 100);
  return rc == WAIT_OBJECT_0 || rc == WAIT_ABANDONED;
}

void win32(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  if (acquire(h))
    CloseHandle(h); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    CloseHandle(h); // TN
}

static int request(HSEM h) {
  USHORT rc = DosSemRequest(h, 100);
  switch (rc) {
  case NO_ERROR:
    return 1;
  case ERROR_SEM_TIMEOUT:
    return 0;
  default:
    return -1;
  }
}

void os2(HSEM h) {
  int got = request(h);
  if (got > 0)
    DosCloseSem(h); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    DosCloseSem(h); // TN
}
