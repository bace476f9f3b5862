// RUN: %check %s
#include "os2.h"
#include "win32.h"

void work(void);

static HANDLE Mutex, Released, Wakeup;
static HSYSSEM Sem, ClearedSem;
static HMTX Owned;

int start(void) {
  Mutex = CreateMutex(NULL, FALSE, NULL);
  Released = CreateMutex(NULL, FALSE, NULL);
  Wakeup = CreateEvent(NULL, FALSE, FALSE, NULL);
  if (DosCreateSem(CSEM_PRIVATE, &Sem, "\\SEM\\MAIN"))
    return -1;
  if (DosCreateSem(CSEM_PRIVATE, &ClearedSem, "\\SEM\\SIDE"))
    return -1;
  return DosCreateMutexSem(0, &Owned, 0, FALSE);
}

void stop(void) {
  WaitForSingleObject(Mutex, INFINITE);
  work();
  CloseHandle(Mutex); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'Mutex' while it is still set; potential ERROR_SEM_IS_SET (102)
  WaitForSingleObject(Wakeup, INFINITE);
  CloseHandle(Wakeup); // TN
  DosSemRequest(Sem, SEM_INDEFINITE_WAIT);
  work();
  DosCloseSem(Sem); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'Sem' while it is still set; potential ERROR_SEM_IS_SET (102)
  DosRequestMutexSem(Owned, SEM_INDEFINITE_WAIT);
  work();
  DosCloseMutexSem(Owned); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'Owned' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void stop_right(void) {
  WaitForSingleObject(Released, INFINITE);
  work();
  ReleaseMutex(Released);
  CloseHandle(Released); // TN
  DosSemRequest(ClearedSem, SEM_INDEFINITE_WAIT);
  work();
  DosSemClear(ClearedSem);
  DosCloseSem(ClearedSem); // TN
}
