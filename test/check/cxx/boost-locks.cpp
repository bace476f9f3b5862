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
#include <memory>
int ask();
struct Item { boost::mutex M; };

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
  boost::lock_guard<boost::mutex> G(I->M);
  delete I; // TP
}

void a4(Item *I) {
  { boost::lock_guard<boost::mutex> G(I->M); }
  delete I;
} // TN

void a5(Item *I) {
  boost::unique_lock<boost::mutex> G(I->M);
  delete I; // TP
}

void a6(Item *I) {
  boost::unique_lock<boost::mutex> G(I->M);
  G.unlock();
  delete I;
} // TN

void a7(Item *I) {
  boost::mutex::scoped_lock G(I->M);
  delete I; // TP
}

void a8() {
  boost::mutex M;
  boost::mutex::scoped_lock G(M);
} // TN

void a9() {
  boost::mutex M;
  M.lock();
} // TP

void b1() {
  boost::shared_mutex M;
  boost::shared_lock<boost::shared_mutex> G(M);
} // TN

void b2() {
  boost::shared_mutex M;
  M.lock_shared();
} // TP

void b3() {
  boost::shared_mutex M;
  boost::upgrade_lock<boost::shared_mutex> U(M);
  boost::upgrade_to_unique_lock<boost::shared_mutex> W(U);
} // TN

void b4(boost::shared_mutex *M) {
  boost::upgrade_lock<boost::shared_mutex> U(*M);
  delete M; // TP
}

void c1() {
  boost::recursive_mutex M;
  boost::recursive_mutex::scoped_lock A(M), B(M);
} // TN

void c2() {
  boost::recursive_mutex M;
  M.lock();
  M.lock();
  M.unlock();
} // TP

void d1() {
  boost::mutex A, B;
  boost::lock(A, B);
  A.unlock();
  B.unlock();
} // TN

void d2() {
  boost::mutex A, B;
  boost::lock(A, B);
  A.unlock();
} // TP

void d3(boost::mutex *M) {
  boost::unique_lock<boost::mutex> G(*M, boost::defer_lock);
  delete M;
} // TN

void d4(boost::mutex *M) {
  boost::unique_lock<boost::mutex> G(*M, boost::try_to_lock);
  if (!G) delete M;
} // TN

void d5(boost::mutex *M) {
  boost::unique_lock<boost::mutex> G(*M, boost::try_to_lock);
  if (G) delete M; // TP
}

void d6(boost::mutex *M) {
  M->lock();
  { boost::lock_guard<boost::mutex> G(*M, boost::adopt_lock); }
  delete M;
} // TN

void d7() {
  boost::mutex M;
  boost::condition_variable C;
  boost::unique_lock<boost::mutex> L(M);
  while (ask()) C.wait(L);
} // TN

void d8() {
  boost::mutex M;
  boost::condition_variable C;
  boost::unique_lock<boost::mutex> L(M);
  C.wait(L, [] { return ask(); });
} // TN

void d9(Item *I) {
  boost::condition_variable C;
  boost::unique_lock<boost::mutex> L(I->M);
  C.wait(L);
  delete I; // TP
}
namespace ip = boost::interprocess;

void i1() {
  ip::interprocess_mutex M;
  ip::scoped_lock<ip::interprocess_mutex> L(M);
} // TN

void i2() {
  ip::interprocess_mutex M;
  M.lock();
} // TP

void i3() {
  ip::interprocess_semaphore S(1);
  S.wait();
} // TP

void i4() {
  ip::interprocess_semaphore S(0);
  S.wait();
} // TN

void i5() {
  ip::interprocess_semaphore S(1);
  S.wait();
  S.post();
} // TN

void i6() {
  ip::named_mutex M(ip::open_or_create, "x");
  M.lock();
} // TP

void i7() {
  ip::named_mutex M(ip::open_or_create, "x");
  ip::scoped_lock<ip::named_mutex> L(M);
} // TN

void m1() {
  boost::timed_mutex M;
  if (M.try_lock()) M.unlock();
} // TN

void m2() {
  boost::timed_mutex M;
  if (M.try_lock_for(boost::chrono::seconds(1))) M.unlock();
} // TN

void m3() {
  boost::shared_mutex M;
  boost::unique_lock<boost::shared_mutex> L(M);
} // TN

void m4(boost::unique_lock<boost::mutex> &Out, Item *I) {
  boost::unique_lock<boost::mutex> L(I->M);
  Out = boost::move(L);
} // TN
