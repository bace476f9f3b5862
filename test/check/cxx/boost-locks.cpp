// The real headers of the library.
// REQUIRES: boost-thread
// RUN: %check %s -- -std=c++17
#include <boost/thread.hpp>
#include <boost/thread/lock_guard.hpp>
#include <boost/thread/locks.hpp>
#include <boost/thread/recursive_mutex.hpp>
#include <boost/thread/shared_mutex.hpp>
#include <boost/interprocess/sync/interprocess_mutex.hpp>
#include <boost/interprocess/sync/interprocess_semaphore.hpp>
#include <boost/interprocess/sync/scoped_lock.hpp>
#include <boost/interprocess/sync/named_mutex.hpp>
#include <boost/interprocess/sync/interprocess_upgradable_mutex.hpp>
#include <boost/interprocess/sync/sharable_lock.hpp>
#include <boost/thread/reverse_lock.hpp>
#include <boost/thread/shared_lock_guard.hpp>
#include <boost/thread/strict_lock.hpp>
#include <memory>
int ask();
struct Item { boost::mutex M; };

void lockedAndDeleted(Item *I) {
  I->M.lock();
  delete I; // TP
}

void unlockedAndDeleted(Item *I) {
  I->M.lock();
  I->M.unlock();
  delete I;
} // TN

void deletedUnderLockGuard(Item *I) {
  boost::lock_guard<boost::mutex> G(I->M);
  delete I; // TP
}

void deletedAfterLockGuard(Item *I) {
  { boost::lock_guard<boost::mutex> G(I->M); }
  delete I;
} // TN

void deletedUnderUniqueLock(Item *I) {
  boost::unique_lock<boost::mutex> G(I->M);
  delete I; // TP
}

void deletedAfterUniqueLockUnlocks(Item *I) {
  boost::unique_lock<boost::mutex> G(I->M);
  G.unlock();
  delete I;
} // TN

void deletedUnderScopedLock(Item *I) {
  boost::mutex::scoped_lock G(I->M);
  delete I; // TP
}

void scopedLockEndsFirst() {
  boost::mutex M;
  boost::mutex::scoped_lock G(M);
} // TN

void mutexEndsLocked() {
  boost::mutex M;
  M.lock();
} // TP

void sharedLockEndsFirst() {
  boost::shared_mutex M;
  boost::shared_lock<boost::shared_mutex> G(M);
} // TN

void readersLockEnds() {
  boost::shared_mutex M;
  M.lock_shared();
} // TP

void upgradedForAScope() {
  boost::shared_mutex M;
  boost::upgrade_lock<boost::shared_mutex> U(M);
  boost::upgrade_to_unique_lock<boost::shared_mutex> W(U);
} // TN

void deletedUnderUpgradeLock(boost::shared_mutex *M) {
  boost::upgrade_lock<boost::shared_mutex> U(*M);
  delete M; // TP
}

void recursiveByTwoGuards() {
  boost::recursive_mutex M;
  boost::recursive_mutex::scoped_lock A(M), B(M);
} // TN

void recursiveOnceTooOften() {
  boost::recursive_mutex M;
  M.lock();
  M.lock();
  M.unlock();
} // TP

void lockOfTwoBothUnlocked() {
  boost::mutex A, B;
  boost::lock(A, B);
  A.unlock();
  B.unlock();
} // TN

void lockOfTwoOneUnlocked() {
  boost::mutex A, B;
  boost::lock(A, B);
  A.unlock();
} // TP

void deferredIsNotHeld(boost::mutex *M) {
  boost::unique_lock<boost::mutex> G(*M, boost::defer_lock);
  delete M;
} // TN

void triedInVain(boost::mutex *M) {
  boost::unique_lock<boost::mutex> G(*M, boost::try_to_lock);
  if (!G) delete M;
} // TN

void triedAndHeld(boost::mutex *M) {
  boost::unique_lock<boost::mutex> G(*M, boost::try_to_lock);
  if (G) delete M; // TP
}

void adoptedAndUnlocked(boost::mutex *M) {
  M->lock();
  { boost::lock_guard<boost::mutex> G(*M, boost::adopt_lock); }
  delete M;
} // TN

void waitsInALoop() {
  boost::mutex M;
  boost::condition_variable C;
  boost::unique_lock<boost::mutex> L(M);
  while (ask()) C.wait(L);
} // TN

void waitsForAPredicate() {
  boost::mutex M;
  boost::condition_variable C;
  boost::unique_lock<boost::mutex> L(M);
  C.wait(L, [] { return ask(); });
} // TN

void deletedAfterAWait(Item *I) {
  boost::condition_variable C;
  boost::unique_lock<boost::mutex> L(I->M);
  C.wait(L);
  delete I; // TP
}
namespace ip = boost::interprocess;

void interprocessUnderScopedLock() {
  ip::interprocess_mutex M;
  ip::scoped_lock<ip::interprocess_mutex> L(M);
} // TN

void interprocessEndsLocked() {
  ip::interprocess_mutex M;
  M.lock();
} // TP

void interprocessPermitTaken() {
  ip::interprocess_semaphore S(1);
  S.wait();
} // TP

void interprocessSignal() {
  ip::interprocess_semaphore S(0);
  S.wait();
} // TN

void interprocessPermitReturned() {
  ip::interprocess_semaphore S(1);
  S.wait();
  S.post();
} // TN

void namedMutexEndsLocked() {
  ip::named_mutex M(ip::open_or_create, "x");
  M.lock();
} // TP

void namedMutexUnderScopedLock() {
  ip::named_mutex M(ip::open_or_create, "x");
  ip::scoped_lock<ip::named_mutex> L(M);
} // TN

void triedAndUnlocked() {
  boost::timed_mutex M;
  if (M.try_lock()) M.unlock();
} // TN

void triedForATimeAndUnlocked() {
  boost::timed_mutex M;
  if (M.try_lock_for(boost::chrono::seconds(1))) M.unlock();
} // TN

void writersLockEndsFirst() {
  boost::shared_mutex M;
  boost::unique_lock<boost::shared_mutex> L(M);
} // TN

void movedToTheCaller(boost::unique_lock<boost::mutex> &Out, Item *I) {
  boost::unique_lock<boost::mutex> L(I->M);
  Out = boost::move(L);
} // TN

void deletedUnderSharedLockGuard(boost::shared_mutex *M) {
  boost::shared_lock_guard<boost::shared_mutex> G(*M);
  delete M; // TP
}

void deletedAfterSharedLockGuard(boost::shared_mutex *M) {
  { boost::shared_lock_guard<boost::shared_mutex> G(*M); }
  delete M; // TN
}

void deletedUnderStrictLock(Item *I) {
  boost::strict_lock<boost::mutex> G(I->M);
  delete I; // TP
}

void deletedAfterStrictLock(Item *I) {
  { boost::strict_lock<boost::mutex> G(I->M); }
  delete I; // TN
}

// A reverse lock unlocks for its scope, and locks again.
void deletedUnderReverseLock(Item *I) {
  boost::unique_lock<boost::mutex> L(I->M);
  {
    boost::reverse_lock<boost::unique_lock<boost::mutex>> R(L);
  }
  delete I; // TP
}

void reverseLockEndsFirst(Item *I) {
  {
    boost::unique_lock<boost::mutex> L(I->M);
    boost::reverse_lock<boost::unique_lock<boost::mutex>> R(L);
  }
  delete I; // TN
}

void uniqueLockReleased(Item *I) {
  boost::unique_lock<boost::mutex> L(I->M);
  L.release();
  delete I; // TP
}

void uniqueLockReleasedAndUnlocked(Item *I) {
  boost::unique_lock<boost::mutex> L(I->M);
  L.release()->unlock();
  delete I; // TN
}

void uniqueLockSwapped(Item *A, Item *B) {
  boost::unique_lock<boost::mutex> LA(A->M), LB(B->M);
  LA.swap(LB);
  LA.unlock();
  delete B; // TN
  delete A; // TP
}

void tryLockOfTwo(boost::mutex *A, boost::mutex *B) {
  if (boost::try_lock(*A, *B) == -1) {
    A->unlock();
    delete A; // TN
    delete B; // TP
  }
}

void interprocessReadersLockEnds() {
  ip::interprocess_upgradable_mutex M;
  M.lock_sharable();
} // TP

void interprocessSharableLockEndsFirst() {
  ip::interprocess_upgradable_mutex M;
  ip::sharable_lock<ip::interprocess_upgradable_mutex> L(M);
} // TN

void interprocessUpgraded(ip::interprocess_upgradable_mutex *M) {
  M->lock_upgradable();
  M->unlock_upgradable_and_lock();
  delete M; // TP
}

void interprocessUpgradedAndUnlocked(ip::interprocess_upgradable_mutex *M) {
  M->lock_upgradable();
  M->unlock_upgradable_and_lock();
  M->unlock();
  delete M; // TN
}
