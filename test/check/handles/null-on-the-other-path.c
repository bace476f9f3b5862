// RUN: %check %s
#include "win32.h"

void work(void);

// Created on one path only, and used where it is there.
void held(int c) {
  HANDLE h = NULL;
  if (c)
    h = CreateMutex(NULL, FALSE, NULL);
  work();
  if (h)
    WaitForSingleObject(h, INFINITE);
  work();
  if (h)
    CloseHandle(h); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void released(int c) {
  HANDLE h = NULL;
  if (c)
    h = CreateMutex(NULL, FALSE, NULL);
  work();
  if (h)
    WaitForSingleObject(h, INFINITE);
  work();
  if (h) {
    ReleaseMutex(h);
    CloseHandle(h); // TN
  }
}

void event(int c) {
  HANDLE h = NULL;
  if (c)
    h = CreateEvent(NULL, FALSE, FALSE, NULL);
  if (h)
    WaitForSingleObject(h, INFINITE);
  if (h)
    CloseHandle(h); // TN
}
