// RUN: %check %s
typedef struct _RTL_CRITICAL_SECTION { long LockCount; void *Owner; } RTL_CRITICAL_SECTION, *PRTL_CRITICAL_SECTION;
typedef RTL_CRITICAL_SECTION CRITICAL_SECTION;
typedef PRTL_CRITICAL_SECTION LPCRITICAL_SECTION;
typedef struct { void *Ptr; } CONDITION_VARIABLE, *PCONDITION_VARIABLE;
void InitializeCriticalSection(LPCRITICAL_SECTION cs);
void EnterCriticalSection(LPCRITICAL_SECTION cs);
int TryEnterCriticalSection(LPCRITICAL_SECTION cs);
void LeaveCriticalSection(LPCRITICAL_SECTION cs);
void DeleteCriticalSection(LPCRITICAL_SECTION cs);
int SleepConditionVariableCS(PCONDITION_VARIABLE cv, LPCRITICAL_SECTION cs, unsigned long ms);

void entered(LPCRITICAL_SECTION cs) {
  EnterCriticalSection(cs);
  DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void left(CRITICAL_SECTION *cs) {
  InitializeCriticalSection(cs);
  EnterCriticalSection(cs);
  LeaveCriticalSection(cs);
  DeleteCriticalSection(cs); // TN
}

void tried(CRITICAL_SECTION *cs) {
  if (TryEnterCriticalSection(cs))
    DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void tried_in_vain(CRITICAL_SECTION *cs) {
  if (!TryEnterCriticalSection(cs))
    DeleteCriticalSection(cs); // TN
}

void recursive(CRITICAL_SECTION *cs) {
  EnterCriticalSection(cs);
  EnterCriticalSection(cs);
  LeaveCriticalSection(cs);
  DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void slept(PCONDITION_VARIABLE cv, CRITICAL_SECTION *cs) {
  SleepConditionVariableCS(cv, cs, 100);
  DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
}
