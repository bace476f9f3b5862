// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

struct table {
  pthread_mutex_t lock;
  int used, size;
};

int insert(int value);

// The lock is released on the way down only; the error exit closes it held.
int posix(struct table *t, int value) {
  pthread_mutex_lock(&t->lock);
  if (t->used == t->size) {
    pthread_mutex_destroy(&t->lock); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 't->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
    // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: set here{{$}}
    // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
    return -1;
  }
  insert(value);
  pthread_mutex_unlock(&t->lock);
  pthread_mutex_destroy(&t->lock); // TN
  return 0;
}

// The helper leaves early with the lock held, its caller destroys it.
static int fill(struct table *t, int value) {
  pthread_mutex_lock(&t->lock);
  if (insert(value) < 0)
    return -1;
  pthread_mutex_unlock(&t->lock);
  return 0;
}

int posix_caller(struct table *t) {
  int rc = fill(t, 4);
  pthread_mutex_destroy(&t->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 't->lock' while it may still be set; potential ERROR_SEM_IS_SET (102)
  return rc;
}

int os2(HSEM h, int n) {
  DosSemSet(h);
  if (n == 0)
    goto done;
  DosSemClear(h);
  if (n > 5)
    return DosCloseSem(h); // TN
done:
  return DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

int win32(int n) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return -1;
  WaitForSingleObject(h, INFINITE);
  if (n < 0) {
    CloseHandle(h); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
    return -1;
  }
  ReleaseMutex(h);
  CloseHandle(h); // TN
  return 0;
}

int win32_released(int n) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return -1;
  WaitForSingleObject(h, INFINITE);
  if (n < 0) {
    ReleaseMutex(h);
    CloseHandle(h); // TN
    return -1;
  }
  ReleaseMutex(h);
  CloseHandle(h); // TN
  return 0;
}
