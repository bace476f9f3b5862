// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

void work(void);
int more(int);

static pthread_mutex_t Lock = PTHREAD_MUTEX_INITIALIZER;

void posix(void) {
  pthread_mutex_lock(&Lock);
  work();
  more(3);
  pthread_mutex_destroy(&Lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

static pthread_mutex_t Released = PTHREAD_MUTEX_INITIALIZER;

void posix_released(void) {
  pthread_mutex_lock(&Released);
  work();
  pthread_mutex_unlock(&Released);
  more(3);
  pthread_mutex_destroy(&Released); // TN
}

static HSYSSEM Sem;

int os2(void) {
  if (DosCreateSem(CSEM_PRIVATE, &Sem, "\\SEM\\STATIC"))
    return -1;
  DosSemSet(Sem);
  work();
  return DosCloseSem(Sem); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'Sem' while it is still set; potential ERROR_SEM_IS_SET (102)
}

static HANDLE Mutex;

void win32(void) {
  Mutex = CreateMutex(NULL, FALSE, NULL);
  if (!Mutex)
    return;
  WaitForSingleObject(Mutex, INFINITE);
  work();
  CloseHandle(Mutex); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'Mutex' while it is still set; potential ERROR_SEM_IS_SET (102)
}
