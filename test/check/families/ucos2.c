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
