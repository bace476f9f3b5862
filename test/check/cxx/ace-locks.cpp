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

void a1(Item *I) {
  I->M.acquire();
  delete I; // TP
}

void a2(Item *I) {
  I->M.acquire();
  I->M.release();
  delete I;
} // TN

void a3(Item *I) {
  ACE_Guard<ACE_Thread_Mutex> G(I->M);
  delete I; // TP
}

void a4(Item *I) {
  { ACE_Guard<ACE_Thread_Mutex> G(I->M); }
  delete I;
} // TN

void a5() {
  ACE_Thread_Mutex M;
  ACE_GUARD(ACE_Thread_Mutex, Mon, M);
} // TN

int a6() {
  ACE_Thread_Mutex M;
  ACE_GUARD_RETURN(ACE_Thread_Mutex, Mon, M, -1);
  return 0;
} // TN

void a7() {
  ACE_Thread_Mutex M;
  M.acquire();
} // TP

void a8() {
  ACE_Recursive_Thread_Mutex M;
  M.acquire();
  M.acquire();
  M.release();
  M.release();
} // TN

void a9() {
  ACE_RW_Thread_Mutex M;
  ACE_Read_Guard<ACE_RW_Thread_Mutex> G(M);
} // TN

void b1() {
  ACE_RW_Thread_Mutex M;
  ACE_Write_Guard<ACE_RW_Thread_Mutex> G(M);
} // TN

void b2() {
  ACE_RW_Thread_Mutex M;
  M.acquire_read();
} // TP

void b3() {
  ACE_Thread_Semaphore S(1);
  S.acquire();
} // TP

void b4() {
  ACE_Thread_Semaphore S(0);
  S.acquire();
} // TN

void b5() {
  ACE_Thread_Mutex M;
  if (M.tryacquire() == 0) M.release();
} // TN

void b6() {
  ACE_Thread_Mutex M;
  M.acquire();
  M.remove(); // TP
}

void b7() {
  ACE_Thread_Mutex M;
  M.acquire();
  M.release();
  M.remove();
} // TN

void b8() {
  ACE_Null_Mutex M;
  M.acquire();
} // TN

void b9(Item *I) {
  ACE_Guard<ACE_Thread_Mutex> G(I->M);
  G.release();
  delete I;
} // TN
