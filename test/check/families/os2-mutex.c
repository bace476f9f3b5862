// RUN: %check %s
typedef unsigned long ULONG, APIRET, HMTX, BOOL32;
typedef HMTX *PHMTX;
typedef const char *PCSZ;
#define SEM_INDEFINITE_WAIT ((ULONG)-1)
#define SEM_IMMEDIATE_RETURN 0UL
#define TRUE 1UL
#define FALSE 0UL
APIRET DosCreateMutexSem(PCSZ name, PHMTX phmtx, ULONG attributes, BOOL32 owned);
APIRET DosRequestMutexSem(HMTX h, ULONG timeout);
APIRET DosReleaseMutexSem(HMTX h);
APIRET DosCloseMutexSem(HMTX h);
APIRET DosRequestMutexSemEx(HMTX h, ULONG timeout);
APIRET DosCloseMutexSemEx(HMTX h);
#define CloseIt(h) DosCloseMutexSemEx((h))

void owned_from_birth(void) {
  HMTX h;
  if (DosCreateMutexSem(0, &h, 0, TRUE))
    return;
  DosCloseMutexSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void born_free(void) {
  HMTX h;
  if (DosCreateMutexSem(0, &h, 0, FALSE))
    return;
  DosCloseMutexSem(h); // TN
}

void requested(HMTX h) {
  if (DosRequestMutexSem(h, SEM_INDEFINITE_WAIT) != 0)
    return;
  CloseIt(h); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void not_granted(HMTX h) {
  if (DosRequestMutexSem(h, SEM_IMMEDIATE_RETURN) != 0)
    DosCloseMutexSem(h); // TN
}

void nested(HMTX h) {
  DosRequestMutexSem(h, SEM_INDEFINITE_WAIT);
  DosRequestMutexSemEx(h, SEM_INDEFINITE_WAIT);
  DosReleaseMutexSem(h);
  DosReleaseMutexSem(h);
  DosCloseMutexSem(h); // TN
}
