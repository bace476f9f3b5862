// RUN: %check %s -- %win32
// REQUIRES: mingw
#include <windows.h>

void mutex(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  if (h == NULL)
    return;
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void mutex_wide_released(void) {
  HANDLE h = CreateMutexW(NULL, TRUE, NULL);
  if (h == NULL)
    return;
  ReleaseMutex(h);
  CloseHandle(h); // TN
}

void section(CRITICAL_SECTION *cs) {
  EnterCriticalSection(cs);
  DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void section_left(CRITICAL_SECTION *cs) {
  EnterCriticalSection(cs);
  LeaveCriticalSection(cs);
  DeleteCriticalSection(cs); // TN
}

void semaphore(void) {
  HANDLE h = CreateSemaphoreA(NULL, 1, 1, NULL);
  if (!h)
    return;
  if (WaitForSingleObject(h, INFINITE) == WAIT_OBJECT_0)
    CloseHandle(h); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void event(void) {
  HANDLE h = CreateEvent(NULL, FALSE, FALSE, NULL);
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TN
}

void memory(void) {
  CRITICAL_SECTION *cs = HeapAlloc(GetProcessHeap(), 0, sizeof *cs);
  if (!cs)
    return;
  InitializeCriticalSection(cs);
  EnterCriticalSection(cs);
  HeapFree(GetProcessHeap(), 0, cs); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
}
