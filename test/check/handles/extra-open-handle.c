// RUN: %check %s
#include "os2.h"
#include "win32.h"

// A second handle of one object: closing it ends nothing.
void os2(void) {
  HSYSSEM first;
  HSEM second;
  if (DosCreateSem(CSEM_PUBLIC, &first, "\\SEM\\TWICE"))
    return;
  if (DosOpenSem(&second, "\\SEM\\TWICE"))
    return;
  DosSemSet(first);
  DosCloseSem(second); // TN
  DosSemClear(first);
  DosCloseSem(first); // TN
}

void os2_only(void) {
  HSYSSEM first;
  if (DosCreateSem(CSEM_PRIVATE, &first, "\\SEM\\ONCE"))
    return;
  DosSemSet(first);
  DosCloseSem(first); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'first' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void os2_mutex(void) {
  HMTX first, second;
  if (DosCreateMutexSem("\\SEM32\\M", &first, 0, FALSE))
    return;
  if (DosOpenMutexSem("\\SEM32\\M", &second))
    return;
  DosRequestMutexSem(first, SEM_INDEFINITE_WAIT);
  DosCloseMutexSem(second); // TN
  DosReleaseMutexSem(first);
  DosCloseMutexSem(first); // TN
}
