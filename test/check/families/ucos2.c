// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
typedef unsigned char INT8U;
typedef unsigned short INT16U;
typedef unsigned INT32U;
typedef struct os_event { INT8U type; } OS_EVENT;
#define OS_ERR_NONE 0u
#define OS_ERR_TIMEOUT 10u
#define OS_DEL_ALWAYS 1u
OS_EVENT *OSMutexCreate(INT8U prio, INT8U *err);
void OSMutexPend(OS_EVENT *e, INT32U timeout, INT8U *err);
INT8U OSMutexPost(OS_EVENT *e);
OS_EVENT *OSMutexDel(OS_EVENT *e, INT8U opt, INT8U *err);
INT8U OSMutexAccept(OS_EVENT *e, INT8U *err);
INT16U OSSemAccept(OS_EVENT *e);
INT8U OSSemPost(OS_EVENT *e);
void OSSemSet(OS_EVENT *e, INT16U count, INT8U *err);
OS_EVENT *OSSemCreate(INT16U count);
void OSSemPend(OS_EVENT *e, INT32U timeout, INT8U *err);
OS_EVENT *OSSemDel(OS_EVENT *e, INT8U opt, INT8U *err);

void held(OS_EVENT *m) {
  INT8U err;
  OSMutexPend(m, 0, &err);
  if (err != OS_ERR_NONE)
    return;
  OSMutexDel(m, OS_DEL_ALWAYS, &err); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void timed_out(OS_EVENT *m) {
  INT8U err;
  OSMutexPend(m, 10, &err);
  if (err == OS_ERR_TIMEOUT)
    OSMutexDel(m, OS_DEL_ALWAYS, &err); // TN
}

void posted(OS_EVENT *m) {
  INT8U err;
  OSMutexPend(m, 0, &err);
  OSMutexPost(m);
  OSMutexDel(m, OS_DEL_ALWAYS, &err); // TN
}

void signal(void) {
  INT8U err;
  OS_EVENT *s = OSSemCreate(0);
  OSSemPend(s, 0, &err);
  OSSemDel(s, OS_DEL_ALWAYS, &err); // TN
}

void accepted(OS_EVENT *m) {
  INT8U err;
  if (OSMutexAccept(m, &err))
    OSMutexDel(m, OS_DEL_ALWAYS, &err); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    OSMutexDel(m, OS_DEL_ALWAYS, &err); // TN
}

void permit(void) {
  INT8U err;
  OS_EVENT *s = OSSemCreate(1);
  if (!s)
    return;
  OSSemPend(s, 0, &err);
  if (err == OS_ERR_NONE)
    OSSemDel(s, OS_DEL_ALWAYS, &err); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void permit_posted(void) {
  INT8U err;
  OS_EVENT *s = OSSemCreate(1);
  if (OSSemAccept(s) > 0)
    OSSemPost(s);
  OSSemDel(s, OS_DEL_ALWAYS, &err); // TN
}

void count_is_set(void) {
  INT8U err;
  OS_EVENT *s = OSSemCreate(1);
  OSSemPend(s, 0, &err);
  OSSemSet(s, 1, &err);
  OSSemDel(s, OS_DEL_ALWAYS, &err); // TN
}
