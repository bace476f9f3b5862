// RUN: %check %s
#include "os2.h"
#include "win32.h"

// The handle is null if the creation failed: there is nothing to close.
void win32(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  if (h == NULL) {
    CloseHandle(h); // TN
    return;
  }
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void os2(void) {
  HMTX h = NULLHANDLE;
  APIRET rc = DosCreateMutexSem(0, &h, 0, TRUE);
  if (rc != NO_ERROR) {
    DosCloseMutexSem(h); // TN
    return;
  }
  DosCloseMutexSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
