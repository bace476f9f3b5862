// RUN: %check %s
#include "win32.h"

void taken(void) {
  HANDLE h = CreateSemaphore(NULL, 2, 2, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void given_back(void) {
  HANDLE h = CreateSemaphore(NULL, 2, 2, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  ReleaseSemaphore(h, 1, NULL);
  CloseHandle(h); // TN
}

void two_given_back_at_once(void) {
  HANDLE h = CreateSemaphore(NULL, 2, 2, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  WaitForSingleObject(h, INFINITE);
  ReleaseSemaphore(h, 2, NULL);
  CloseHandle(h); // TN
}

void one_of_two_given_back(void) {
  HANDLE h = CreateSemaphore(NULL, 2, 2, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  WaitForSingleObject(h, INFINITE);
  ReleaseSemaphore(h, 1, NULL);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
