// RUN: %check %s
#include "win32.h"
#include <pthread.h>
#include <threads.h>

// Waits for the last user to leave before the lock goes.
void posix(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void posix_rwlock(pthread_rwlock_t *l) {
  pthread_rwlock_wrlock(l);
  pthread_rwlock_unlock(l);
  pthread_rwlock_destroy(l); // TN
}

void c11(mtx_t *m) {
  mtx_lock(m);
  mtx_unlock(m);
  mtx_destroy(m); // TN
}

void section(LPCRITICAL_SECTION cs) {
  EnterCriticalSection(cs);
  LeaveCriticalSection(cs);
  DeleteCriticalSection(cs); // TN
}

void win32(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  ReleaseMutex(h);
  CloseHandle(h); // TN
}

void unlock_first(pthread_mutex_t *m) {
  pthread_mutex_unlock(m);
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
