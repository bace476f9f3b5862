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

void a1(Item *I) {
  I->M.lock();
  delete I; // TP
}

void a2(Item *I) {
  I->M.lock();
  I->M.unlock();
  delete I;
} // TN

void a3(Item *I) {
  Poco::FastMutex::ScopedLock G(I->M);
  delete I; // TP
}

void a4(Item *I) {
  { Poco::FastMutex::ScopedLock G(I->M); }
  delete I;
} // TN

void a5() {
  Poco::Mutex M;
  Poco::Mutex::ScopedLock A(M), B(M);
} // TN

void a6() {
  Poco::Mutex M;
  M.lock();
} // TP

void a7() {
  Poco::RWLock M;
  Poco::RWLock::ScopedReadLock G(M);
} // TN

void a8() {
  Poco::RWLock M;
  Poco::RWLock::ScopedWriteLock G(M);
} // TN

void a9() {
  Poco::RWLock M;
  M.readLock();
} // TP

void b1() {
  Poco::Semaphore S(1);
  S.wait();
} // TP

void b2() {
  Poco::Semaphore S(0, 1);
  S.wait();
} // TN

void b3() {
  Poco::Semaphore S(1);
  S.wait();
  S.set();
} // TN

void b4() {
  Poco::Mutex M;
  if (M.tryLock()) M.unlock();
} // TN

void b5() {
  Poco::Mutex M;
  if (M.tryLock(10)) {}
} // TP

void b6() {
  Poco::Mutex M;
  Poco::Condition C;
  Poco::Mutex::ScopedLock L(M);
  C.wait(M);
} // TN

void b7() {
  Poco::Mutex M;
  Poco::ScopedLockWithUnlock<Poco::Mutex> L(M);
  L.unlock();
} // TN

void b8(Item *I) {
  Poco::ScopedLockWithUnlock<Poco::FastMutex> L(I->M);
  L.unlock();
  delete I;
} // TN

void b9(Item *I) {
  Poco::FastMutex::ScopedLock L(I->M);
  Poco::ScopedUnlock<Poco::FastMutex> U(I->M);
  delete I;
} // TN

void c1() {
  Poco::NamedMutex M("x");
  Poco::NamedMutex::ScopedLock L(M);
} // TN

void c2() {
  Poco::NamedMutex M("x");
  M.lock();
} // TP

void c3() {
  Poco::Mutex M;
  M.lock(100);
  M.unlock();
} // TN
