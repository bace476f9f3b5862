// RUN: %check %s
#include "win32.h"

void recover(void);

static HANDLE Mutex;

void start(void) {
  Mutex = CreateMutex(NULL, FALSE, NULL);
}

// WAIT_ABANDONED says that the last owner died, and that the caller owns the
// mutex now.
void abandoned_taken_for_failure(void) {
  DWORD rc = WaitForSingleObject(Mutex, INFINITE);
  if (rc != WAIT_OBJECT_0) {
    CloseHandle(Mutex); // FN: the rare code of success is not named
    return;
  }
  ReleaseMutex(Mutex);
  CloseHandle(Mutex); // TN
}

void abandoned_handled(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  DWORD rc;
  if (!h)
    return;
  rc = WaitForSingleObject(h, INFINITE);
  if (rc == WAIT_ABANDONED)
    recover();
  else if (rc != WAIT_OBJECT_0) {
    CloseHandle(h); // TN
    return;
  }
  ReleaseMutex(h);
  CloseHandle(h); // TN
}

void only_abandoned(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  if (WaitForSingleObject(h, 0) == WAIT_ABANDONED)
    CloseHandle(h); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void failed(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  if (WaitForSingleObject(h, 0) == WAIT_FAILED)
    CloseHandle(h); // TN
}
