/* Findings in each of the kinds of semaphore that OS/2 has. */

#define INCL_DOSSEMAPHORES
#define INCL_ERRORS
#include <os2.h>

void set(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\ONE"))
    return;
  DosSemSet(h);
  DosCloseSem(h);
}

void requested(HSYSSEM h) {
  if (DosSemRequest(h, 500L) == 0)
    DosCloseSem(h);
}

void timed_out(HSYSSEM h) {
  if (DosSemSetWait(h, 500L) == ERROR_SEM_TIMEOUT)
    DosCloseSem(h);
}

void owned_from_birth(void) {
  HMTX h;
  if (DosCreateMutexSem(NULL, &h, 0, 1))
    return;
  DosCloseMutexSem(h);
}

void owned(HMTX h) {
  if (DosRequestMutexSem(h, -1) == 0)
    DosCloseMutexSem(h);
}

/* And what is right. */

void cleared(HSYSSEM h) {
  if (DosSemRequest(h, 500L) == 0)
    DosSemClear(h);
  DosCloseSem(h);
}

void released(HMTX h) {
  if (DosRequestMutexSem(h, -1) == 0)
    DosReleaseMutexSem(h);
  DosCloseMutexSem(h);
}
