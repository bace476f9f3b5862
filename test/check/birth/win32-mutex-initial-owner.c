// RUN: %check %s
#include "win32.h"

void owned(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  if (h == NULL)
    return;
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: semaphore created here, owned by its creator
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: CloseHandle succeeds and the object stays taken
}

void not_owned(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (h == NULL)
    return;
  CloseHandle(h); // TN
}

void owned_and_released(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  if (h == NULL)
    return;
  ReleaseMutex(h);
  CloseHandle(h); // TN
}

// Owned, and acquired once more: one release is not enough.
void owned_twice(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  if (h == NULL)
    return;
  WaitForSingleObject(h, INFINITE);
  ReleaseMutex(h);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void owned_twice_and_released_twice(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  if (h == NULL)
    return;
  WaitForSingleObject(h, INFINITE);
  ReleaseMutex(h);
  ReleaseMutex(h);
  CloseHandle(h); // TN
}

void flags_say_owned(void) {
  HANDLE h = CreateMutexEx(NULL, NULL, CREATE_MUTEX_INITIAL_OWNER,
                           MUTEX_ALL_ACCESS);
  if (h == NULL)
    return;
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void flags_say_nothing(void) {
  HANDLE h = CreateMutexEx(NULL, NULL, 0, MUTEX_ALL_ACCESS);
  if (h == NULL)
    return;
  CloseHandle(h); // TN
}

void owned_if_asked(BOOL owner) {
  HANDLE h = CreateMutex(NULL, owner, NULL);
  if (h == NULL)
    return;
  if (owner)
    ReleaseMutex(h);
  CloseHandle(h); // TN
}
