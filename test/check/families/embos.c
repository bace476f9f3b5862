// RUN: %check %s
typedef int OS_TIME;
typedef unsigned OS_UINT;
typedef struct OS_MUTEX_STRUCT { void *owner; } OS_MUTEX;
typedef struct OS_SEMAPHORE_STRUCT { OS_UINT count; } OS_SEMAPHORE;
void OS_MUTEX_Create(OS_MUTEX *m);
int OS_MUTEX_LockBlocked(OS_MUTEX *m);
char OS_MUTEX_Lock(OS_MUTEX *m);
void OS_MUTEX_Unlock(OS_MUTEX *m);
void OS_MUTEX_Delete(OS_MUTEX *m);
void OS_SEMAPHORE_Create(OS_SEMAPHORE *s, OS_UINT count);
void OS_SEMAPHORE_TakeBlocked(OS_SEMAPHORE *s);
void OS_SEMAPHORE_Give(OS_SEMAPHORE *s);
void OS_SEMAPHORE_Delete(OS_SEMAPHORE *s);
char OS_MUTEX_LockTimed(OS_MUTEX *m, OS_TIME t);
char OS_SEMAPHORE_Take(OS_SEMAPHORE *s);
char OS_SEMAPHORE_TakeTimed(OS_SEMAPHORE *s, OS_TIME t);
void OS_SEMAPHORE_GiveMax(OS_SEMAPHORE *s, OS_UINT max);
unsigned char OS_SEMAPHORE_SetValue(OS_SEMAPHORE *s, OS_UINT value);
// Older programs use the older names, which are macros now.
#define OS_RSEMA OS_MUTEX
#define OS_Use OS_MUTEX_LockBlocked
#define OS_Unuse OS_MUTEX_Unlock
#define OS_DeleteRSema OS_MUTEX_Delete

void held(OS_MUTEX *m) {
  OS_MUTEX_LockBlocked(m);
  OS_MUTEX_Delete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void older_names(OS_RSEMA *m) {
  OS_Use(m);
  OS_DeleteRSema(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(OS_RSEMA *m) {
  OS_Use(m);
  OS_Unuse(m);
  OS_DeleteRSema(m); // TN
}

// Without "Blocked" it only tries.
void busy(OS_MUTEX *m) {
  if (OS_MUTEX_Lock(m) == 0)
    OS_MUTEX_Delete(m); // TN
}

void signal(void) {
  OS_SEMAPHORE s;
  OS_SEMAPHORE_Create(&s, 0);
  OS_SEMAPHORE_TakeBlocked(&s);
  OS_SEMAPHORE_Delete(&s); // TN
}

void permit(void) {
  OS_SEMAPHORE s;
  OS_SEMAPHORE_Create(&s, 1);
  OS_SEMAPHORE_TakeBlocked(&s);
  OS_SEMAPHORE_Delete(&s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void in_time(OS_MUTEX *m) {
  if (OS_MUTEX_LockTimed(m, 10) == 0) {
    OS_MUTEX_Delete(m); // TN
    return;
  }
  OS_MUTEX_Delete(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void permit_given(void) {
  OS_SEMAPHORE s;
  OS_SEMAPHORE_Create(&s, 1);
  if (OS_SEMAPHORE_Take(&s))
    OS_SEMAPHORE_GiveMax(&s, 1);
  OS_SEMAPHORE_Delete(&s); // TN
}

void count_is_set(void) {
  OS_SEMAPHORE s;
  OS_SEMAPHORE_Create(&s, 1);
  OS_SEMAPHORE_TakeTimed(&s, 10);
  OS_SEMAPHORE_SetValue(&s, 1);
  OS_SEMAPHORE_Delete(&s); // TN
}
