// The real headers of the library.
// REQUIRES: ace
// RUN: %check %s -- -std=c++17
#include <ace/Thread_Mutex.h>
#include <ace/Recursive_Thread_Mutex.h>
#include <ace/RW_Thread_Mutex.h>
#include <ace/Guard_T.h>
#include <ace/Thread_Semaphore.h>
#include <ace/Mutex.h>
#include <ace/Null_Mutex.h>
#include <ace/Condition_T.h>
#include <ace/Semaphore.h>
int ask();
struct Item { ACE_Thread_Mutex M; };

void acquiredAndDeleted(Item *I) {
  I->M.acquire();
  delete I; // TP
}

void releasedAndDeleted(Item *I) {
  I->M.acquire();
  I->M.release();
  delete I;
} // TN

void deletedUnderGuard(Item *I) {
  ACE_Guard<ACE_Thread_Mutex> G(I->M);
  delete I; // TP
}

void deletedAfterGuard(Item *I) {
  { ACE_Guard<ACE_Thread_Mutex> G(I->M); }
  delete I;
} // TN

void guardMacro() {
  ACE_Thread_Mutex M;
  ACE_GUARD(ACE_Thread_Mutex, Mon, M);
} // TN

int guardMacroWithResult() {
  ACE_Thread_Mutex M;
  ACE_GUARD_RETURN(ACE_Thread_Mutex, Mon, M, -1);
  return 0;
} // TN

void mutexEndsAcquired() {
  ACE_Thread_Mutex M;
  M.acquire();
} // TP

void recursiveBalanced() {
  ACE_Recursive_Thread_Mutex M;
  M.acquire();
  M.acquire();
  M.release();
  M.release();
} // TN

void readGuardEndsFirst() {
  ACE_RW_Thread_Mutex M;
  ACE_Read_Guard<ACE_RW_Thread_Mutex> G(M);
} // TN

void writeGuardEndsFirst() {
  ACE_RW_Thread_Mutex M;
  ACE_Write_Guard<ACE_RW_Thread_Mutex> G(M);
} // TN

void readersLockEnds() {
  ACE_RW_Thread_Mutex M;
  M.acquire_read();
} // TP

void permitTaken() {
  ACE_Thread_Semaphore S(1);
  S.acquire();
} // TP

void signal() {
  ACE_Thread_Semaphore S(0);
  S.acquire();
} // TN

void triedAndReleased() {
  ACE_Thread_Mutex M;
  if (M.tryacquire() == 0) M.release();
} // TN

void removedWhileAcquired() {
  ACE_Thread_Mutex M;
  M.acquire();
  M.remove(); // TP
}

void removedAfterRelease() {
  ACE_Thread_Mutex M;
  M.acquire();
  M.release();
  M.remove();
} // TN

void nullMutexHoldsNothing() {
  ACE_Null_Mutex M;
  M.acquire();
} // TN

void deletedAfterTheGuardReleases(Item *I) {
  ACE_Guard<ACE_Thread_Mutex> G(I->M);
  G.release();
  delete I;
} // TN

struct Table { ACE_RW_Thread_Mutex M; };

void deletedUnderReadGuard(Table *T) {
  ACE_Read_Guard<ACE_RW_Thread_Mutex> G(T->M);
  delete T; // TP
}

void deletedAfterReadGuard(Table *T) {
  { ACE_Read_Guard<ACE_RW_Thread_Mutex> G(T->M); }
  delete T; // TN
}
