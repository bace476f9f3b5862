// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

// However often it was acquired, it is released as often.
void os2(HMTX h) {
  DosRequestMutexSem(h, SEM_INDEFINITE_WAIT);
  while (DosReleaseMutexSem(h) == NO_ERROR)
    continue;
  DosCloseMutexSem(h); // TN
}

void os2_recursive(HMTX h, int n) {
  int i;
  for (i = 0; i < n; i++)
    DosRequestMutexSem(h, SEM_INDEFINITE_WAIT);
  while (DosReleaseMutexSem(h) == 0)
    ;
  DosCloseMutexSem(h); // TN
}

void win32(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  while (ReleaseMutex(h))
    ;
  CloseHandle(h); // TN
}

void os2_flag(HSEM h) {
  DosSemSet(h);
  do
    DosSemClear(h);
  while (DosSemWait(h, SEM_IMMEDIATE_RETURN) != NO_ERROR);
  DosCloseSem(h); // TN
}

void os2_one_release_for_two(HMTX h) {
  DosRequestMutexSem(h, SEM_INDEFINITE_WAIT);
  DosRequestMutexSem(h, SEM_INDEFINITE_WAIT);
  DosReleaseMutexSem(h);
  DosCloseMutexSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
