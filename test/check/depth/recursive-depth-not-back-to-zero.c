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
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void c11(void) {
  mtx_t m;
  mtx_init(&m, mtx_plain | mtx_recursive);
  mtx_lock(&m);
  mtx_lock(&m);
  mtx_unlock(&m);
  mtx_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void section(LPCRITICAL_SECTION cs) {
  EnterCriticalSection(cs);
  EnterCriticalSection(cs);
  LeaveCriticalSection(cs);
  DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void os2(HMTX h) {
  DosRequestMutexSem(h, SEM_INDEFINITE_WAIT);
  DosRequestMutexSem(h, SEM_INDEFINITE_WAIT);
  DosRequestMutexSem(h, SEM_INDEFINITE_WAIT);
  DosReleaseMutexSem(h);
  DosReleaseMutexSem(h);
  DosCloseMutexSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void win32(int deep) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  if (deep)
    WaitForSingleObject(h, INFINITE);
  ReleaseMutex(h);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
