// RUN: %check %s
#include "os2.h"

int owned(void) {
  HMTX h;
  if (DosCreateMutexSem(0, &h, 0, TRUE) != NO_ERROR)
    return -1;
  return DosCloseMutexSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: semaphore created here, owned by its creator
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: DosCloseMutexSem returns ERROR_SEM_BUSY (301) and the semaphore stays open
}

int not_owned(void) {
  HMTX h;
  if (DosCreateMutexSem(0, &h, 0, FALSE) != NO_ERROR)
    return -1;
  return DosCloseMutexSem(h); // TN
}

int owned_and_released(void) {
  HMTX h;
  if (DosCreateMutexSem(0, &h, 0, TRUE) != NO_ERROR)
    return -1;
  DosReleaseMutexSem(h);
  return DosCloseMutexSem(h); // TN
}

int owned_and_released_on_one_path(int c) {
  HMTX h;
  if (DosCreateMutexSem(0, &h, 0, TRUE) != NO_ERROR)
    return -1;
  if (c)
    DosReleaseMutexSem(h);
  return DosCloseMutexSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

struct guard {
  HMTX sem;
};

int kept_in_a_struct(struct guard *g) {
  APIRET rc = DosCreateMutexSem(0, &g->sem, 0, 1);
  if (rc)
    return -1;
  DosCloseMutexSem(g->sem); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'g->sem' while it is still set; potential ERROR_SEM_IS_SET (102)
  return 0;
}
