// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <semaphore.h>

void posix(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_destroy(&m); // TN
}

void semaphore(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_destroy(&s); // TN
}

void os2(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\NEW"))
    return;
  DosCloseSem(h); // TN
}

void os2_set(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\NEW"))
    return;
  DosSemSet(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void section(void) {
  CRITICAL_SECTION cs;
  InitializeCriticalSection(&cs);
  DeleteCriticalSection(&cs); // TN
}
