// RUN: %check %s
#include "os2.h"
#include "win32.h"

// The creator of the handle is known through the helper.
static HANDLE make_mutex(void) {
  return CreateMutex(NULL, FALSE, NULL);
}

static HANDLE make_owned(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  return h;
}

static HANDLE make_event(void) {
  return CreateEvent(NULL, FALSE, FALSE, NULL);
}

void mutex(void) {
  HANDLE h = make_mutex();
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void mutex_released(void) {
  HANDLE h = make_mutex();
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  ReleaseMutex(h);
  CloseHandle(h); // TN
}

void owned(void) {
  HANDLE h = make_owned();
  if (!h)
    return;
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void event(void) {
  HANDLE h = make_event();
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TN
}

static USHORT open_and_set(HSYSSEM *h) {
  USHORT rc = DosCreateSem(CSEM_PRIVATE, h, "\\SEM\\HELPER");
  if (rc)
    return rc;
  return DosSemSet(*h);
}

void os2(void) {
  HSYSSEM h;
  if (open_and_set(&h))
    return;
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void os2_cleared(void) {
  HSYSSEM h;
  if (open_and_set(&h))
    return;
  DosSemClear(h);
  DosCloseSem(h); // TN
}
