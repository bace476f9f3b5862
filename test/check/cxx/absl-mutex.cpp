// The real headers of the library.
// REQUIRES: absl
// RUN: %check %s -- -std=c++17
#include <absl/synchronization/mutex.h>
int ask();
struct Item { absl::Mutex M; int Refs ABSL_GUARDED_BY(M) = 0; };

void lockedAndDeleted(Item *I) {
  I->M.Lock();
  delete I; // TP
}

void unlockedAndDeleted(Item *I) {
  I->M.Lock();
  I->M.Unlock();
  delete I;
} // TN

void deletedUnderMutexLock(Item *I) {
  absl::MutexLock L(&I->M);
  delete I; // TP
}

void deletedAfterMutexLock(Item *I) {
  { absl::MutexLock L(&I->M); }
  delete I;
} // TN

void readerLockEndsFirst() {
  absl::Mutex M;
  absl::ReaderMutexLock L(&M);
} // TN

void writerLockEndsFirst() {
  absl::Mutex M;
  absl::WriterMutexLock L(&M);
} // TN

void perhapsLocked() {
  absl::Mutex M;
  absl::MutexLockMaybe L(ask() ? &M : nullptr);
} // TN

void releasedBeforeTheEnd() {
  absl::Mutex M;
  absl::ReleasableMutexLock L(&M);
  L.Release();
} // TN

void deletedAfterRelease(absl::Mutex *M) {
  absl::ReleasableMutexLock L(M);
  L.Release();
  delete M;
} // TN

void deletedUnderReleasableLock(absl::Mutex *M) {
  absl::ReleasableMutexLock L(M);
  delete M; // TP
}

void mutexEndsLocked() {
  absl::Mutex M;
  M.Lock();
} // TP

void triedAndUnlocked() {
  absl::Mutex M;
  if (M.TryLock()) M.Unlock();
} // TN

void readersLockUnlocked() {
  absl::Mutex M;
  M.ReaderLock();
  M.ReaderUnlock();
} // TN

void lockedWhenAndUnlocked() {
  absl::Mutex M;
  bool Done = false;
  M.LockWhen(absl::Condition(&Done));
  M.Unlock();
} // TN

void lockedWhenAndHeld() {
  absl::Mutex M;
  bool Done = false;
  M.LockWhen(absl::Condition(&Done));
} // TP

void waitsUnderALock() {
  absl::Mutex M;
  absl::CondVar C;
  absl::MutexLock L(&M);
  C.Wait(&M);
} // TN

void waitsForATimeAndUnlocks() {
  absl::Mutex M;
  absl::CondVar C;
  M.Lock();
  C.WaitWithTimeout(&M, absl::Seconds(1));
  M.Unlock();
} // TN

void awaitsUnderALock() {
  absl::Mutex M;
  bool D = false;
  absl::MutexLock L(&M);
  M.Await(absl::Condition(&D));
} // TN

void lockWithACondition() {
  absl::Mutex M;
  absl::MutexLock L(&M, absl::Condition(+[](int *P) { return *P > 0; }, new int));
} // TN

void deletedUnderReaderLock(Item *I) {
  absl::ReaderMutexLock L(&I->M);
  delete I; // TP
}

void deletedAfterReaderLock(Item *I) {
  { absl::ReaderMutexLock L(&I->M); }
  delete I; // TN
}
