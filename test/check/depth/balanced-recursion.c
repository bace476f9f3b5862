// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <threads.h>

void posix(void) {
  pthread_mutex_t m;
  pthread_mutexattr_t attr;
  pthread_mutexattr_init(&attr);
  pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&m, &attr);
  pthread_mutexattr_destroy(&attr);
  pthread_mutex_lock(&m);
  pthread_mutex_lock(&m);
  pthread_mutex_unlock(&m);
  pthread_mutex_unlock(&m);
  pthread_mutex_destroy(&m); // TN
}

void c11(void) {
  mtx_t m;
  mtx_init(&m, mtx_recursive | mtx_timed);
  mtx_lock(&m);
  mtx_lock(&m);
  mtx_unlock(&m);
  mtx_unlock(&m);
  mtx_destroy(&m); // TN
}

void section(LPCRITICAL_SECTION cs) {
  EnterCriticalSection(cs);
  EnterCriticalSection(cs);
  LeaveCriticalSection(cs);
  LeaveCriticalSection(cs);
  DeleteCriticalSection(cs); // TN
}

void section_too_deep(LPCRITICAL_SECTION cs) {
  EnterCriticalSection(cs);
  EnterCriticalSection(cs);
  EnterCriticalSection(cs);
  LeaveCriticalSection(cs);
  LeaveCriticalSection(cs);
  DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void win32(int deep) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  if (deep)
    WaitForSingleObject(h, INFINITE);
  ReleaseMutex(h);
  if (deep)
    ReleaseMutex(h);
  CloseHandle(h); // TN
}

// As often as it was entered, however often that was.
void counted(LPCRITICAL_SECTION cs, int n) {
  int i;
  for (i = 0; i < n; i++)
    EnterCriticalSection(cs);
  for (i = 0; i < n; i++)
    LeaveCriticalSection(cs);
  DeleteCriticalSection(cs); // TN
}
