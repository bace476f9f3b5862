// RUN: %check %s
typedef unsigned UINT32;
typedef unsigned short UINT16;
#define LOS_OK 0U
#define LOS_WAIT_FOREVER 0xFFFFFFFF
#define LOS_ERRNO_MUX_PENDED 0x02001d09U
UINT32 LOS_MuxCreate(UINT32 *h);
UINT32 LOS_MuxPend(UINT32 h, UINT32 timeout);
UINT32 LOS_MuxPost(UINT32 h);
UINT32 LOS_MuxDelete(UINT32 h);
UINT32 LOS_SemCreate(UINT16 count, UINT32 *h);
UINT32 LOS_SemPend(UINT32 h, UINT32 timeout);
UINT32 LOS_SemPost(UINT32 h);
UINT32 LOS_SemDelete(UINT32 h);
UINT32 LOS_BinarySemCreate(UINT16 count, UINT32 *h);
typedef struct OsMux { unsigned magic; } LosMux;
#define LOS_EBUSY 16
UINT32 LOS_MuxLock(LosMux *m, UINT32 timeout);
UINT32 LOS_MuxTrylock(LosMux *m);
UINT32 LOS_MuxUnlock(LosMux *m);
UINT32 LOS_MuxDestroy(LosMux *m);

void held(void) {
  UINT32 m;
  if (LOS_MuxCreate(&m) != LOS_OK)
    return;
  LOS_MuxPend(m, LOS_WAIT_FOREVER);
  LOS_MuxDelete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void posted(void) {
  UINT32 m;
  if (LOS_MuxCreate(&m) != LOS_OK)
    return;
  LOS_MuxPend(m, LOS_WAIT_FOREVER);
  LOS_MuxPost(m);
  LOS_MuxDelete(m); // TN
}

void reacts(UINT32 m) {
  LOS_MuxPend(m, LOS_WAIT_FOREVER);
  if (LOS_MuxDelete(m) == LOS_ERRNO_MUX_PENDED) { // TN
    LOS_MuxPost(m);
    LOS_MuxDelete(m); // TN
  }
}

void signal(void) {
  UINT32 s;
  if (LOS_SemCreate(0, &s) != LOS_OK)
    return;
  LOS_SemPend(s, LOS_WAIT_FOREVER);
  LOS_SemDelete(s); // TN
}

void permit(void) {
  UINT32 s;
  if (LOS_SemCreate(1, &s) != LOS_OK)
    return;
  if (LOS_SemPend(s, LOS_WAIT_FOREVER) == LOS_OK)
    LOS_SemDelete(s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void permit_posted(void) {
  UINT32 s;
  if (LOS_BinarySemCreate(1, &s) != LOS_OK)
    return;
  if (LOS_SemPend(s, 10) == LOS_OK)
    LOS_SemPost(s);
  LOS_SemDelete(s); // TN
}

// LiteOS-A has another mutex, by address.
void held_by_address(LosMux *m) {
  LOS_MuxLock(m, LOS_WAIT_FOREVER);
  LOS_MuxDestroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void tried_by_address(LosMux *m) {
  if (LOS_MuxTrylock(m) == LOS_OK)
    LOS_MuxUnlock(m);
  LOS_MuxDestroy(m); // TN
}

void reacts_by_address(LosMux *m) {
  LOS_MuxLock(m, LOS_WAIT_FOREVER);
  if (LOS_MuxDestroy(m) == LOS_EBUSY) { // TN
    LOS_MuxUnlock(m);
    LOS_MuxDestroy(m); // TN
  }
}
