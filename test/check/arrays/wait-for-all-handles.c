// RUN: %check %s
#include "win32.h"

void both_taken(void) {
  HANDLE v[2];
  v[0] = CreateMutex(NULL, FALSE, NULL);
  v[1] = CreateMutex(NULL, FALSE, NULL);
  if (!v[0] || !v[1])
    return;
  WaitForMultipleObjects(2, v, TRUE, INFINITE);
  CloseHandle(v[0]); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'v[0]' while it is still set; potential ERROR_SEM_IS_SET (102)
  CloseHandle(v[1]); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'v[1]' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void both_given_back(void) {
  HANDLE v[2];
  v[0] = CreateMutex(NULL, FALSE, NULL);
  v[1] = CreateMutex(NULL, FALSE, NULL);
  if (!v[0] || !v[1])
    return;
  WaitForMultipleObjects(2, v, TRUE, INFINITE);
  ReleaseMutex(v[0]);
  ReleaseMutex(v[1]);
  CloseHandle(v[0]); // TN
  CloseHandle(v[1]); // TN
}

// Only the one that the result names is taken.
void the_first_of_two(void) {
  HANDLE v[2];
  v[0] = CreateMutex(NULL, FALSE, NULL);
  v[1] = CreateEvent(NULL, FALSE, FALSE, NULL);
  if (!v[0] || !v[1])
    return;
  if (WaitForMultipleObjects(2, v, FALSE, INFINITE) == WAIT_OBJECT_0)
    ReleaseMutex(v[0]);
  CloseHandle(v[0]); // TN
  CloseHandle(v[1]); // TN
}

void threads(HANDLE *v, int n) {
  int i;
  WaitForMultipleObjects(n, v, TRUE, INFINITE);
  for (i = 0; i < n; i++)
    CloseHandle(v[i]); // TN
}

void signal_and_wait(void) {
  HANDLE event = CreateEvent(NULL, FALSE, FALSE, NULL);
  HANDLE mutex = CreateMutex(NULL, FALSE, NULL);
  if (!event || !mutex)
    return;
  SignalObjectAndWait(event, mutex, INFINITE, FALSE);
  CloseHandle(event); // TN
  CloseHandle(mutex); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'mutex' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void signal_and_wait_hands_on(void) {
  HANDLE a = CreateMutex(NULL, TRUE, NULL);
  HANDLE b = CreateMutex(NULL, FALSE, NULL);
  if (!a || !b)
    return;
  SignalObjectAndWait(a, b, INFINITE, FALSE);
  CloseHandle(a); // TN
  ReleaseMutex(b);
  CloseHandle(b); // TN
}
