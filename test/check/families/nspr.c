// RUN: %check %s
typedef struct PRLock PRLock;
typedef struct PRMonitor PRMonitor;
typedef struct PRRWLock PRRWLock;
typedef struct PRSem PRSemaphore;
typedef struct PRCondVar PRCondVar;
typedef enum { PR_FAILURE = -1, PR_SUCCESS = 0 } PRStatus;
typedef unsigned PRUintn, PRIntervalTime;
PRLock *PR_NewLock(void);
void PR_DestroyLock(PRLock *l);
void PR_Lock(PRLock *l);
PRStatus PR_Unlock(PRLock *l);
PRCondVar *PR_NewCondVar(PRLock *l);
PRStatus PR_WaitCondVar(PRCondVar *c, PRIntervalTime t);
void PR_EnterMonitor(PRMonitor *m);
PRStatus PR_ExitMonitor(PRMonitor *m);
PRStatus PR_Wait(PRMonitor *m, PRIntervalTime t);
PRUintn PR_TestAndLock(PRLock *l);
PRMonitor *PR_NewMonitor(void);
PRStatus PR_Notify(PRMonitor *m);
void PR_RWLock_Wlock(PRRWLock *l);
void PR_PostSem(PRSemaphore *s);
void PR_DestroyMonitor(PRMonitor *m);
void PR_RWLock_Rlock(PRRWLock *l);
void PR_RWLock_Unlock(PRRWLock *l);
void PR_DestroyRWLock(PRRWLock *l);
PRSemaphore *PR_NewSem(PRUintn value);
PRStatus PR_WaitSem(PRSemaphore *s);
void PR_DestroySem(PRSemaphore *s);

void locked(void) {
  PRLock *l = PR_NewLock();
  if (!l)
    return;
  PR_Lock(l);
  PR_DestroyLock(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(void) {
  PRLock *l = PR_NewLock();
  PR_Lock(l);
  PR_Unlock(l);
  PR_DestroyLock(l); // TN
}

// The wait gives the lock back.
void waited(PRLock *l) {
  PRCondVar *c = PR_NewCondVar(l);
  PR_Lock(l);
  PR_WaitCondVar(c, 100);
  PR_DestroyLock(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void entered(PRMonitor *m) {
  PR_EnterMonitor(m);
  PR_Wait(m, 100);
  PR_DestroyMonitor(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void exited(PRMonitor *m) {
  PR_EnterMonitor(m);
  PR_ExitMonitor(m);
  PR_DestroyMonitor(m); // TN
}

void reading(PRRWLock *l) {
  PR_RWLock_Rlock(l);
  PR_DestroyRWLock(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void signal(void) {
  PRSemaphore *s = PR_NewSem(0);
  PR_WaitSem(s);
  PR_DestroySem(s); // TN
}

void tested(PRLock *l) {
  if (PR_TestAndLock(l))
    PR_DestroyLock(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    PR_DestroyLock(l); // TN
}

void entered_twice(void) {
  PRMonitor *m = PR_NewMonitor();
  if (!m)
    return;
  PR_EnterMonitor(m);
  PR_EnterMonitor(m);
  PR_Notify(m);
  PR_ExitMonitor(m);
  PR_DestroyMonitor(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void writing(PRRWLock *l) {
  PR_RWLock_Wlock(l);
  PR_RWLock_Unlock(l);
  PR_DestroyRWLock(l); // TN
}

void permit(void) {
  PRSemaphore *s = PR_NewSem(1);
  if (!s)
    return;
  if (PR_WaitSem(s) == PR_SUCCESS)
    PR_DestroySem(s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void permit_posted(void) {
  PRSemaphore *s = PR_NewSem(1);
  if (PR_WaitSem(s) == PR_SUCCESS)
    PR_PostSem(s);
  PR_DestroySem(s); // TN
}
