// RUN: %check %s -- -std=c++17
#include <mutex>

void work();

struct Pool {
  std::mutex Lock;
  bool Threaded = false;
};

void sameField(Pool *P) {
  if (P->Threaded)
    P->Lock.lock();
  work();
  if (P->Threaded)
    P->Lock.unlock();
  delete P; // TN
}

void oppositeField(Pool *P) {
  if (P->Threaded)
    P->Lock.lock();
  work();
  if (!P->Threaded)
    P->Lock.unlock();
  delete P; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'P->Lock' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void optionalGuard(Pool *P) {
  {
    std::unique_lock<std::mutex> L(P->Lock, std::defer_lock);
    if (P->Threaded)
      L.lock();
    work();
  }
  delete P; // TN
}

void heldFlag(Pool *P, bool C) {
  bool Held = false;
  if (C) {
    P->Lock.lock();
    Held = true;
  }
  work();
  if (Held)
    P->Lock.unlock();
  delete P; // TN
}
