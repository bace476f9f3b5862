// RUN: %check %s
#include "os2.h"
#include "win32.h"

void os2(void) {
  HEV e;
  if (DosCreateEventSem(0, &e, 0, TRUE))
    return;
  DosCloseEventSem(e); // TN
}

void os2_mutex(void) {
  HMTX m;
  if (DosCreateMutexSem(0, &m, 0, TRUE))
    return;
  DosCloseMutexSem(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void win32(void) {
  HANDLE h = CreateEvent(NULL, TRUE, TRUE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TN
}

void win32_mutex(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  if (!h)
    return;
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
