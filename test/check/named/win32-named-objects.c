// RUN: %check %s
#include "win32.h"

void semaphore(void) {
  HANDLE h = CreateSemaphore(NULL, 1, 1, "Local\\limit");
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it {{is still|may still be}} set; potential ERROR_SEM_IS_SET (102)
}

void semaphore_given_back(void) {
  HANDLE h = CreateSemaphore(NULL, 1, 1, "Local\\limit");
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  ReleaseSemaphore(h, 1, NULL);
  CloseHandle(h); // TN
}

// The next process that waits for it is told that it was abandoned.
void mutex(void) {
  HANDLE h = CreateMutex(NULL, FALSE, "Local\\once");
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// With a name, TRUE does not say that the caller is the owner: the mutex may
// have existed.
void existed(void) {
  HANDLE h = CreateMutex(NULL, TRUE, "Local\\once");
  if (!h)
    return;
  if (GetLastError() == ERROR_ALREADY_EXISTS) {
    CloseHandle(h); // TN
    return;
  }
  ReleaseMutex(h);
  CloseHandle(h); // TN
}

void opened(void) {
  HANDLE h = OpenMutex(MUTEX_ALL_ACCESS, FALSE, "Local\\once");
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void opened_and_released(void) {
  HANDLE h = OpenMutex(MUTEX_ALL_ACCESS, FALSE, "Local\\once");
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  ReleaseMutex(h);
  CloseHandle(h); // TN
}
