// RUN: %check %s
#include "win32.h"
#include <pthread.h>

void work();

class Mutex {
public:
  Mutex() { pthread_mutex_init(&M, nullptr); }
  ~Mutex() { pthread_mutex_destroy(&M); }
  void lock() { pthread_mutex_lock(&M); }
  void unlock() { pthread_mutex_unlock(&M); }
  bool tryLock() { return pthread_mutex_trylock(&M) == 0; }

private:
  pthread_mutex_t M;
};

void held() {
  Mutex M;
  M.lock();
  work();
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M.M' while it is still set; potential ERROR_SEM_IS_SET (102)

void released() {
  Mutex M;
  M.lock();
  work();
  M.unlock();
} // TN

void heldOnOnePath(bool C) {
  Mutex M;
  M.lock();
  if (C)
    return; // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M.M' while it is still set; potential ERROR_SEM_IS_SET (102)
  M.unlock();
} // TN

void tried() {
  Mutex M;
  if (M.tryLock())
    work();
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M.M' while it may still be set; potential ERROR_SEM_IS_SET (102)

void triedAndReleased() {
  Mutex M;
  if (M.tryLock())
    M.unlock();
} // TN

class Section {
public:
  Section() { InitializeCriticalSection(&CS); }
  ~Section() { DeleteCriticalSection(&CS); }
  void enter() { EnterCriticalSection(&CS); }
  void leave() { LeaveCriticalSection(&CS); }

private:
  CRITICAL_SECTION CS;
};

void deleted() {
  Section *S = new Section;
  S->enter();
  delete S; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'S->CS' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void deletedAfterLeave() {
  Section *S = new Section;
  S->enter();
  S->leave();
  delete S; // TN
}
