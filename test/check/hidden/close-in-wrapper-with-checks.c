// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <stdio.h>

// A project's close that checks and logs.
static int close_sem(HSEM h) {
  USHORT rc;
  if (!h)
    return 0;
  rc = DosCloseSem(h);
  if (rc != NO_ERROR) {
    fprintf(stderr, "cannot close: %u\n", rc);
    return -1;
  }
  return 0;
}

int os2(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\WRAP"))
    return -1;
  DosSemSet(h);
  return close_sem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

static BOOL close_handle(HANDLE h) {
  if (h != NULL && h != INVALID_HANDLE_VALUE)
    return CloseHandle(h);
  return FALSE;
}

BOOL win32_released(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  if (h)
    ReleaseMutex(h);
  return close_handle(h); // TN
}
