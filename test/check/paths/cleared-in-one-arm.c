// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <threads.h>

void posix(pthread_mutex_t *m, int c) {
  pthread_mutex_lock(m);
  if (c)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void posix_else(pthread_mutex_t *m, int c) {
  pthread_mutex_lock(m);
  if (c)
    ;
  else
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-7]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-7]]:{{[0-9]+}}: note: taking the true branch here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void posix_both(pthread_mutex_t *m, int c) {
  pthread_mutex_lock(m);
  if (c)
    pthread_mutex_unlock(m);
  else
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void c11(mtx_t *m, int c) {
  mtx_lock(m);
  if (!c)
    mtx_unlock(m);
  mtx_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: mtx_destroy on a locked mutex is undefined
}

void os2(HSEM h, int c) {
  DosSemSet(h);
  if (c > 3)
    DosSemClear(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: DosCloseSem returns ERROR_SEM_IS_SET (102) and the semaphore stays open
}

void win32(int c) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  if (c)
    ReleaseMutex(h);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void win32_both(int c) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  if (c == 1)
    ReleaseMutex(h);
  else if (c == 2)
    ReleaseMutex(h);
  else
    ReleaseMutex(h);
  CloseHandle(h); // TN
}

void win32_one_of_three(int c) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  if (c == 1)
    ReleaseMutex(h);
  else if (c == 2)
    ReleaseMutex(h);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
