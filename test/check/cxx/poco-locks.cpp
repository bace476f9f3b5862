// The real headers of the library.
// REQUIRES: poco
// RUN: %check %s -- -std=c++17
#include <Poco/Mutex.h>
#include <Poco/RWLock.h>
#include <Poco/Semaphore.h>
#include <Poco/ScopedLock.h>
#include <Poco/ScopedUnlock.h>
#include <Poco/Condition.h>
#include <Poco/NamedMutex.h>
#include <Poco/Event.h>
#include <Poco/AutoPtr.h>
int ask();
struct Item { Poco::FastMutex M; };

void lockedAndDeleted(Item *I) {
  I->M.lock();
  delete I; // TP
}

void unlockedAndDeleted(Item *I) {
  I->M.lock();
  I->M.unlock();
  delete I;
} // TN

void deletedUnderScopedLock(Item *I) {
  Poco::FastMutex::ScopedLock G(I->M);
  delete I; // TP
}

void deletedAfterScopedLock(Item *I) {
  { Poco::FastMutex::ScopedLock G(I->M); }
  delete I;
} // TN

void recursiveByTwoGuards() {
  Poco::Mutex M;
  Poco::Mutex::ScopedLock A(M), B(M);
} // TN

void mutexEndsLocked() {
  Poco::Mutex M;
  M.lock();
} // TP

void readLockEndsFirst() {
  Poco::RWLock M;
  Poco::RWLock::ScopedReadLock G(M);
} // TN

void writeLockEndsFirst() {
  Poco::RWLock M;
  Poco::RWLock::ScopedWriteLock G(M);
} // TN

void readersLockEnds() {
  Poco::RWLock M;
  M.readLock();
} // TP

void permitTaken() {
  Poco::Semaphore S(1);
  S.wait();
} // TP

void signal() {
  Poco::Semaphore S(0, 1);
  S.wait();
} // TN

void permitReturned() {
  Poco::Semaphore S(1);
  S.wait();
  S.set();
} // TN

void triedAndUnlocked() {
  Poco::Mutex M;
  if (M.tryLock()) M.unlock();
} // TN

void triedForATimeAndHeld() {
  Poco::Mutex M;
  if (M.tryLock(10)) {}
} // TP

void waitsUnderAGuard() {
  Poco::Mutex M;
  Poco::Condition C;
  Poco::Mutex::ScopedLock L(M);
  C.wait(M);
} // TN

void guardUnlocks() {
  Poco::Mutex M;
  Poco::ScopedLockWithUnlock<Poco::Mutex> L(M);
  L.unlock();
} // TN

void deletedAfterTheGuardUnlocks(Item *I) {
  Poco::ScopedLockWithUnlock<Poco::FastMutex> L(I->M);
  L.unlock();
  delete I;
} // TN

void deletedUnderScopedUnlock(Item *I) {
  Poco::FastMutex::ScopedLock L(I->M);
  Poco::ScopedUnlock<Poco::FastMutex> U(I->M);
  delete I;
} // TN

void namedMutexUnderScopedLock() {
  Poco::NamedMutex M("x");
  Poco::NamedMutex::ScopedLock L(M);
} // TN

void namedMutexEndsLocked() {
  Poco::NamedMutex M("x");
  M.lock();
} // TP

void lockedWithALimitAndUnlocked() {
  Poco::Mutex M;
  M.lock(100);
  M.unlock();
} // TN

struct Table { Poco::RWLock M; };

void deletedUnderReadLock(Table *T) {
  Poco::RWLock::ScopedReadLock G(T->M);
  delete T; // TP
}

void deletedAfterReadLock(Table *T) {
  { Poco::RWLock::ScopedReadLock G(T->M); }
  delete T; // TN
}
