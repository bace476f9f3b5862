// RUN: %check %s
#include "win32.h"

void close_the_duplicate(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL), copy;
  if (!h)
    return;
  if (!DuplicateHandle(GetCurrentProcess(), h, GetCurrentProcess(), &copy, 0,
                       FALSE, DUPLICATE_SAME_ACCESS))
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(copy); // TN
  ReleaseMutex(h);
  CloseHandle(h); // TN
}

// Released through the other handle: it is the same mutex.
void release_through_duplicate(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL), copy;
  if (!h)
    return;
  if (!DuplicateHandle(GetCurrentProcess(), h, GetCurrentProcess(), &copy, 0,
                       FALSE, DUPLICATE_SAME_ACCESS))
    return;
  WaitForSingleObject(h, INFINITE);
  ReleaseMutex(copy);
  CloseHandle(copy); // TN
  CloseHandle(h); // TN
}

void no_duplicate(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
