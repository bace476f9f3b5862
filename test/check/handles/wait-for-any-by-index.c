// RUN: %check %s
#include "win32.h"

void work(DWORD);

// The result names the handle that was taken.
void by_index(void) {
  HANDLE v[2];
  DWORD rc;
  v[0] = CreateEvent(NULL, TRUE, FALSE, NULL);
  v[1] = CreateMutex(NULL, FALSE, NULL);
  if (!v[0] || !v[1])
    return;
  rc = WaitForMultipleObjects(2, v, FALSE, INFINITE);
  if (rc == WAIT_OBJECT_0 + 1)
    ReleaseMutex(v[1]);
  CloseHandle(v[1]); // TN
  CloseHandle(v[0]); // TN
}

void by_switch(void) {
  HANDLE v[2];
  v[0] = CreateEvent(NULL, TRUE, FALSE, NULL);
  v[1] = CreateMutex(NULL, FALSE, NULL);
  if (!v[0] || !v[1])
    return;
  switch (WaitForMultipleObjects(2, v, FALSE, INFINITE)) {
  case WAIT_OBJECT_0:
    break;
  case WAIT_OBJECT_0 + 1:
    work(1);
    ReleaseMutex(v[1]);
    break;
  }
  CloseHandle(v[1]); // TN
  CloseHandle(v[0]); // TN
}

void taken_and_kept(void) {
  HANDLE v[2];
  v[0] = CreateEvent(NULL, TRUE, FALSE, NULL);
  v[1] = CreateMutex(NULL, FALSE, NULL);
  if (!v[0] || !v[1])
    return;
  if (WaitForMultipleObjects(2, v, FALSE, INFINITE) == WAIT_OBJECT_0 + 1)
    CloseHandle(v[1]); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'v[1]' while it is still set; potential ERROR_SEM_IS_SET (102)
}
