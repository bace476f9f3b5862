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
  QMutexLocker G(&I->M);
  delete I; // TP
}

void a4(Item *I) {
  { QMutexLocker G(&I->M); }
  delete I;
} // TN

void a5(Item *I) {
  QMutexLocker G(&I->M);
  G.unlock();
  delete I;
} // TN

void a6(Item *I) {
  QMutexLocker G(&I->M);
  G.unlock();
  G.relock();
  delete I; // TP
}

void a8() {
  QMutex M;
  QMutexLocker G(&M);
} // TN

void a9() {
  QMutex M;
  M.lock();
} // TP

void a10() {
  QMutex M;
  QMutexLocker G(&M);
  if (ask()) return;
  G.unlock();
} // TN

void b1() {
  QReadWriteLock M;
  QReadLocker G(&M);
} // TN

void b2() {
  QReadWriteLock M;
  QWriteLocker G(&M);
} // TN

void b3() {
  QReadWriteLock M;
  M.lockForRead();
} // TP

void b5(QReadWriteLock *M) {
  QWriteLocker G(M);
  G.unlock();
  delete M;
} // TN

void b6(QReadWriteLock *M) {
  if (M->tryLockForWrite()) M->unlock();
  delete M;
} // TN

void c1() {
  QRecursiveMutex M;
  QMutexLocker A(&M), B(&M);
} // TN

void c2() {
  QRecursiveMutex M;
  M.lock();
  M.lock();
  M.unlock();
} // TP

void d1() {
  QSemaphore S(1);
  S.acquire();
} // TP

void d2() {
  QSemaphore S(0);
  S.acquire();
} // TN

void d3() {
  QSemaphore S(3);
  S.acquire(2);
  S.release(2);
} // TN

void d4() {
  QSemaphore S(3);
  S.acquire(2);
  S.release();
} // TP

void d5() {
  QSemaphore S(3);
  QSemaphoreReleaser R(S, 1);
  S.acquire();
} // TN

void e1() {
  QMutex M;
  QWaitCondition C;
  M.lock();
  C.wait(&M);
  M.unlock();
} // TN

void e2() {
  QMutex M;
  QWaitCondition C;
  M.lock();
  C.wait(&M);
} // TP

void e3() {
  QMutex M;
  QWaitCondition C;
  QMutexLocker L(&M);
  while (ask()) C.wait(&M);
} // TN

void f1() {
  QScopedPointer<Item> P(new Item);
  P->M.lock();
} // TP

void f2() {
  QScopedPointer<Item> P(new Item);
  P->M.lock();
  P->M.unlock();
} // TN

void f3() {
  QScopedPointer<Item> P(new Item);
  P->M.lock();
  P.reset(); // TP
}

void f4() {
  QSharedPointer<Item> P(new Item);
  QMutexLocker L(&P->M);
} // TN

void g1() {
  QMutex M;
  if (M.tryLock(100)) M.unlock();
} // TN

void g2() {
  QMutex M;
  if (!M.tryLock(100)) return;
} // TP

void g3() {
  QMutex *M = new QMutex;
  QMutexLocker L(M);
  delete M; // TP
}

void g4(QMutex *M) {
  QMutexLocker L(M);
  QMutex *N = L.mutex();
  N->unlock();
  delete M;
} // TN
