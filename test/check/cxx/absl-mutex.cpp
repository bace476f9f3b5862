// The real headers of the library.
// REQUIRES: absl
// RUN: %check %s -- -std=c++17
#include <absl/synchronization/mutex.h>
int ask();
struct Item { absl::Mutex M; int Refs ABSL_GUARDED_BY(M) = 0; };

void a1(Item *I) {
  I->M.Lock();
  delete I; // TP
}

void a2(Item *I) {
  I->M.Lock();
  I->M.Unlock();
  delete I;
} // TN

void a3(Item *I) {
  absl::MutexLock L(&I->M);
  delete I; // TP
}

void a4(Item *I) {
  { absl::MutexLock L(&I->M); }
  delete I;
} // TN

void a5() {
  absl::Mutex M;
  absl::ReaderMutexLock L(&M);
} // TN

void a6() {
  absl::Mutex M;
  absl::WriterMutexLock L(&M);
} // TN

void a7() {
  absl::Mutex M;
  absl::MutexLockMaybe L(ask() ? &M : nullptr);
} // TN

void a8() {
  absl::Mutex M;
  absl::ReleasableMutexLock L(&M);
  L.Release();
} // TN

void a9(absl::Mutex *M) {
  absl::ReleasableMutexLock L(M);
  L.Release();
  delete M;
} // TN

void b1(absl::Mutex *M) {
  absl::ReleasableMutexLock L(M);
  delete M; // TP
}

void b2() {
  absl::Mutex M;
  M.Lock();
} // TP

void b3() {
  absl::Mutex M;
  if (M.TryLock()) M.Unlock();
} // TN

void b4() {
  absl::Mutex M;
  M.ReaderLock();
  M.ReaderUnlock();
} // TN

void b5() {
  absl::Mutex M;
  bool Done = false;
  M.LockWhen(absl::Condition(&Done));
  M.Unlock();
} // TN

void b6() {
  absl::Mutex M;
  bool Done = false;
  M.LockWhen(absl::Condition(&Done));
} // TP

void b7() {
  absl::Mutex M;
  absl::CondVar C;
  absl::MutexLock L(&M);
  C.Wait(&M);
} // TN

void b8() {
  absl::Mutex M;
  absl::CondVar C;
  M.Lock();
  C.WaitWithTimeout(&M, absl::Seconds(1));
  M.Unlock();
} // TN

void b9() {
  absl::Mutex M;
  bool D = false;
  absl::MutexLock L(&M);
  M.Await(absl::Condition(&D));
} // TN

void c1() {
  absl::Mutex M;
  absl::MutexLock L(&M, absl::Condition(+[](int *P) { return *P > 0; }, new int));
} // TN
