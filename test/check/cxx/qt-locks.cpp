// The real headers of the library.
// REQUIRES: qt6
// RUN: %check %s -- -std=c++17 -fPIC -isystem /usr/include/x86_64-linux-gnu/qt6 -isystem /usr/include/x86_64-linux-gnu/qt6/QtCore
#include <QMutex>
#include <QMutexLocker>
#include <QReadWriteLock>
#include <QSemaphore>
#include <QWaitCondition>
#include <QSharedPointer>
#include <QScopedPointer>
#include <QThread>
#include <QSystemSemaphore>
int ask();
struct Item { QMutex M; };

void lockedAndDeleted(Item *I) {
  I->M.lock();
  delete I; // TP
}

void unlockedAndDeleted(Item *I) {
  I->M.lock();
  I->M.unlock();
  delete I;
} // TN

void deletedUnderLocker(Item *I) {
  QMutexLocker G(&I->M);
  delete I; // TP
}

void deletedAfterLocker(Item *I) {
  { QMutexLocker G(&I->M); }
  delete I;
} // TN

void deletedAfterLockerUnlocks(Item *I) {
  QMutexLocker G(&I->M);
  G.unlock();
  delete I;
} // TN

void deletedAfterLockerLocksAgain(Item *I) {
  QMutexLocker G(&I->M);
  G.unlock();
  G.relock();
  delete I; // TP
}

void lockerEndsFirst() {
  QMutex M;
  QMutexLocker G(&M);
} // TN

void mutexEndsLocked() {
  QMutex M;
  M.lock();
} // TP

void lockerOnTwoWays() {
  QMutex M;
  QMutexLocker G(&M);
  if (ask()) return;
  G.unlock();
} // TN

void readLockerEndsFirst() {
  QReadWriteLock M;
  QReadLocker G(&M);
} // TN

void writeLockerEndsFirst() {
  QReadWriteLock M;
  QWriteLocker G(&M);
} // TN

void readersLockEnds() {
  QReadWriteLock M;
  M.lockForRead();
} // TP

void writeLockerUnlocks(QReadWriteLock *M) {
  QWriteLocker G(M);
  G.unlock();
  delete M;
} // TN

void triedForWritingAndUnlocked(QReadWriteLock *M) {
  if (M->tryLockForWrite()) M->unlock();
  delete M;
} // TN

void recursiveByTwoLockers() {
  QRecursiveMutex M;
  QMutexLocker A(&M), B(&M);
} // TN

void recursiveOnceTooOften() {
  QRecursiveMutex M;
  M.lock();
  M.lock();
  M.unlock();
} // TP

void permitTaken() {
  QSemaphore S(1);
  S.acquire();
} // TP

void signal() {
  QSemaphore S(0);
  S.acquire();
} // TN

void permitsReturned() {
  QSemaphore S(3);
  S.acquire(2);
  S.release(2);
} // TN

void onePermitOfTwoReturned() {
  QSemaphore S(3);
  S.acquire(2);
  S.release();
} // TP

void permitReturnedByReleaser() {
  QSemaphore S(3);
  QSemaphoreReleaser R(S, 1);
  S.acquire();
} // TN

void waitsAndUnlocks() {
  QMutex M;
  QWaitCondition C;
  M.lock();
  C.wait(&M);
  M.unlock();
} // TN

void waitsAndEnds() {
  QMutex M;
  QWaitCondition C;
  M.lock();
  C.wait(&M);
} // TP

void waitsUnderALocker() {
  QMutex M;
  QWaitCondition C;
  QMutexLocker L(&M);
  while (ask()) C.wait(&M);
} // TN

void scopedPointerEnds() {
  QScopedPointer<Item> P(new Item);
  P->M.lock();
} // TP

void scopedPointerEndsUnlocked() {
  QScopedPointer<Item> P(new Item);
  P->M.lock();
  P->M.unlock();
} // TN

void scopedPointerReset() {
  QScopedPointer<Item> P(new Item);
  P->M.lock();
  P.reset(); // TP
}

void lockerInASharedPointer() {
  QSharedPointer<Item> P(new Item);
  QMutexLocker L(&P->M);
} // TN

void triedAndUnlocked() {
  QMutex M;
  if (M.tryLock(100)) M.unlock();
} // TN

void triedAndHeld() {
  QMutex M;
  if (!M.tryLock(100)) return;
} // TP

void newMutexDeletedUnderLocker() {
  QMutex *M = new QMutex;
  QMutexLocker L(M);
  delete M; // TP
}

void unlockedByTheLockersMutex(QMutex *M) {
  QMutexLocker L(M);
  QMutex *N = L.mutex();
  N->unlock();
  delete M;
} // TN

// The locker keeps the lock's address with a bit in it.
void deletedUnderWriteLocker(QReadWriteLock *M) {
  QWriteLocker G(M);
  delete M; // TP
}

void deletedUnderReadLocker(QReadWriteLock *M) {
  QReadLocker G(M);
  delete M; // TP
}

void deletedAfterReadLocker(QReadWriteLock *M) {
  { QReadLocker G(M); }
  delete M; // TN
}
