// RUN: %check %s
#include "win32.h"

void owned(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void released(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  ReleaseMutex(h);
  CloseHandle(h); // TN
}

void never_waited_for(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  CloseHandle(h); // TN
}

// Nothing tells what the handle names: a thread, an event, a mutex.
void unknown_kind(HANDLE h) {
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TN
}
