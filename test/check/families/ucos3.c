// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
typedef unsigned OS_TICK, CPU_TS, OS_SEM_CTR;
typedef unsigned short OS_OPT, OS_OBJ_QTY;
typedef char CPU_CHAR;
typedef enum { OS_ERR_NONE = 0, OS_ERR_TIMEOUT = 29004 } OS_ERR;
typedef struct os_mutex { int type; void *owner; } OS_MUTEX;
typedef struct os_sem { int type; OS_SEM_CTR count; } OS_SEM;
#define OS_OPT_PEND_BLOCKING 0x0000u
#define OS_OPT_PEND_NON_BLOCKING 0x8000u
#define OS_OPT_POST_NONE 0x0000u
#define OS_OPT_DEL_ALWAYS 1u
void OSMutexCreate(OS_MUTEX *m, CPU_CHAR *name, OS_ERR *err);
void OSMutexPend(OS_MUTEX *m, OS_TICK timeout, OS_OPT opt, CPU_TS *ts, OS_ERR *err);
void OSMutexPost(OS_MUTEX *m, OS_OPT opt, OS_ERR *err);
OS_OBJ_QTY OSMutexDel(OS_MUTEX *m, OS_OPT opt, OS_ERR *err);
void OSSemCreate(OS_SEM *s, CPU_CHAR *name, OS_SEM_CTR count, OS_ERR *err);
OS_SEM_CTR OSSemPend(OS_SEM *s, OS_TICK timeout, OS_OPT opt, CPU_TS *ts, OS_ERR *err);
OS_SEM_CTR OSSemPost(OS_SEM *s, OS_OPT opt, OS_ERR *err);
OS_OBJ_QTY OSSemDel(OS_SEM *s, OS_OPT opt, OS_ERR *err);

void held(OS_MUTEX *m) {
  OS_ERR err;
  OSMutexPend(m, 0, OS_OPT_PEND_BLOCKING, (void *)0, &err);
  if (err == OS_ERR_NONE)
    OSMutexDel(m, OS_OPT_DEL_ALWAYS, &err); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void not_available(OS_MUTEX *m) {
  OS_ERR err;
  OSMutexPend(m, 0, OS_OPT_PEND_NON_BLOCKING, (void *)0, &err);
  if (err != OS_ERR_NONE)
    OSMutexDel(m, OS_OPT_DEL_ALWAYS, &err); // TN
}

void posted(OS_MUTEX *m) {
  OS_ERR err;
  OSMutexPend(m, 0, OS_OPT_PEND_BLOCKING, (void *)0, &err);
  OSMutexPost(m, OS_OPT_POST_NONE, &err);
  OSMutexDel(m, OS_OPT_DEL_ALWAYS, &err); // TN
}

void signal(void) {
  OS_SEM s;
  OS_ERR err;
  OSSemCreate(&s, "s", 0, &err);
  OSSemPend(&s, 0, OS_OPT_PEND_BLOCKING, (void *)0, &err);
  OSSemDel(&s, OS_OPT_DEL_ALWAYS, &err); // TN
}

void permit(void) {
  OS_SEM s;
  OS_ERR err;
  OSSemCreate(&s, "s", 2, &err);
  OSSemPend(&s, 0, OS_OPT_PEND_BLOCKING, (void *)0, &err);
  if (err == OS_ERR_NONE)
    OSSemDel(&s, OS_OPT_DEL_ALWAYS, &err); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void permit_posted(void) {
  OS_SEM s;
  OS_ERR err;
  OSSemCreate(&s, "s", 2, &err);
  OSSemPend(&s, 0, OS_OPT_PEND_BLOCKING, (void *)0, &err);
  OSSemPost(&s, OS_OPT_POST_NONE, &err);
  OSSemDel(&s, OS_OPT_DEL_ALWAYS, &err); // TN
}

void nested(OS_MUTEX *m) {
  OS_ERR err;
  OSMutexPend(m, 0, OS_OPT_PEND_BLOCKING, (void *)0, &err);
  if (err != OS_ERR_NONE)
    return;
  OSMutexPend(m, 0, OS_OPT_PEND_BLOCKING, (void *)0, &err);
  if (err != OS_ERR_NONE)
    return;
  OSMutexPost(m, OS_OPT_POST_NONE, &err);
  OSMutexDel(m, OS_OPT_DEL_ALWAYS, &err); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
