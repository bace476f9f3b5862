// RUN: %check %s
#include "win32.h"

// What a field holds is known if the file creates it in one way only.
struct logger {
  HANDLE mutex;
  HANDLE wakeup;
  HANDLE mixed;
};

int logger_open(struct logger *l, int shared) {
  l->mutex = CreateMutex(NULL, FALSE, NULL);
  l->wakeup = CreateEvent(NULL, FALSE, FALSE, NULL);
  if (shared)
    l->mixed = CreateMutex(NULL, FALSE, NULL);
  else
    l->mixed = CreateEvent(NULL, FALSE, FALSE, NULL);
  return l->mutex && l->wakeup && l->mixed;
}

void logger_close(struct logger *l) {
  WaitForSingleObject(l->mutex, INFINITE);
  CloseHandle(l->mutex); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'l->mutex' while it is still set; potential ERROR_SEM_IS_SET (102)
  WaitForSingleObject(l->wakeup, INFINITE);
  CloseHandle(l->wakeup); // TN
  WaitForSingleObject(l->mixed, INFINITE);
  CloseHandle(l->mixed); // TN
}

void logger_close_released(struct logger *l) {
  WaitForSingleObject(l->mutex, INFINITE);
  ReleaseMutex(l->mutex);
  CloseHandle(l->mutex); // TN
}
