// RUN: %check %s
#include "win32.h"

DWORD WINAPI worker(LPVOID);
HANDLE start_process(void);

void event(void) {
  HANDLE h = CreateEvent(NULL, FALSE, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TN
}

void thread(void) {
  HANDLE h = CreateThread(NULL, 0, worker, NULL, 0, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TN
}

void process(void) {
  HANDLE h = start_process();
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TN
}

void empty_semaphore(void) {
  HANDLE h = CreateSemaphore(NULL, 0, 10, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TN
}

void mutex(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// One variable, two kinds in turn.
void event_then_mutex(void) {
  HANDLE h = CreateEvent(NULL, FALSE, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TN
  h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void event_or_mutex(int c) {
  HANDLE h = c ? CreateEvent(NULL, FALSE, FALSE, NULL)
               : CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  if (!c)
    ReleaseMutex(h);
  CloseHandle(h); // TN
}
