// RUN: %check %s
typedef unsigned long ULONG, APIRET, HEV, HMTX, BOOL32;
typedef HEV *PHEV;
typedef const char *PCSZ;
#define SEM_INDEFINITE_WAIT ((ULONG)-1)
APIRET DosCreateEventSem(PCSZ name, PHEV phev, ULONG attributes, BOOL32 posted);
APIRET DosWaitEventSem(HEV h, ULONG timeout);
APIRET DosPostEventSem(HEV h);
APIRET DosCloseEventSem(HEV h);
APIRET DosRequestMutexSem(HMTX h, ULONG timeout);
APIRET DosReleaseMutexSem(HMTX h);
APIRET DosCloseMutexSem(HMTX h);

// Waiting for an event owns nothing.
void waited(void) {
  HEV h;
  if (DosCreateEventSem(0, &h, 0, 0))
    return;
  DosWaitEventSem(h, SEM_INDEFINITE_WAIT);
  DosCloseEventSem(h); // TN
}

void posted(HEV h) {
  DosPostEventSem(h);
  DosCloseEventSem(h); // TN
}

// The same shape with a mutex is the mistake.
void mutex(HMTX h) {
  DosRequestMutexSem(h, SEM_INDEFINITE_WAIT);
  DosCloseMutexSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
