// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

void work(void);
void change(int *);

void same(pthread_mutex_t *m, int shared) {
  if (shared)
    pthread_mutex_lock(m);
  work();
  if (shared)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void opposite(pthread_mutex_t *m, int shared) {
  if (shared)
    pthread_mutex_lock(m);
  work();
  if (!shared)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void other(pthread_mutex_t *m, int a, int b) {
  if (a)
    pthread_mutex_lock(m);
  work();
  if (b)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void changed_between(pthread_mutex_t *m, int shared) {
  if (shared)
    pthread_mutex_lock(m);
  shared = 0;
  if (shared)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void given_away_between(pthread_mutex_t *m, int shared) {
  if (shared)
    pthread_mutex_lock(m);
  change(&shared);
  if (shared)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void os2(HSEM h, int exclusive) {
  if (exclusive)
    DosSemRequest(h, SEM_INDEFINITE_WAIT);
  work();
  if (exclusive)
    DosSemClear(h);
  DosCloseSem(h); // TN
}

void win32(int exclusive) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  if (exclusive)
    WaitForSingleObject(h, INFINITE);
  work();
  if (exclusive)
    ReleaseMutex(h);
  CloseHandle(h); // TN
}

void win32_opposite(int exclusive) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  if (exclusive)
    WaitForSingleObject(h, INFINITE);
  work();
  if (!exclusive)
    ReleaseMutex(h);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
