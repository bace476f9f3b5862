// RUN: %check %s
typedef unsigned long ULONG, APIRET, HMUX, HMTX;
typedef HMUX *PHMUX;
typedef const char *PCSZ;
typedef struct { ULONG hsemCur, ulUser; } SEMRECORD, *PSEMRECORD;
APIRET DosCreateMuxWaitSem(PCSZ name, PHMUX phmux, ULONG n, PSEMRECORD records, ULONG attributes);
APIRET DosWaitMuxWaitSem(HMUX h, ULONG timeout, ULONG *user);
APIRET DosCloseMuxWaitSem(HMUX h);
APIRET DosRequestMutexSem(HMTX h, ULONG timeout);
APIRET DosReleaseMutexSem(HMTX h);
APIRET DosCloseMutexSem(HMTX h);

// The muxwait semaphore itself is never owned.
void waited(PSEMRECORD records) {
  HMUX h;
  ULONG user;
  if (DosCreateMuxWaitSem(0, &h, 2, records, 0))
    return;
  DosWaitMuxWaitSem(h, (ULONG)-1, &user);
  DosCloseMuxWaitSem(h); // TN
}

// The wait acquired the mutex; which one, the model cannot see.
void member(HMTX m) {
  SEMRECORD record = {m, 1};
  HMUX h;
  ULONG user;
  if (DosCreateMuxWaitSem(0, &h, 1, &record, 0))
    return;
  DosWaitMuxWaitSem(h, (ULONG)-1, &user);
  DosCloseMuxWaitSem(h); // TN
  DosCloseMutexSem(m);   // FN: the members of a muxwait semaphore are not followed
}

void member_by_name(HMTX m) {
  DosRequestMutexSem(m, (ULONG)-1);
  DosCloseMutexSem(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
