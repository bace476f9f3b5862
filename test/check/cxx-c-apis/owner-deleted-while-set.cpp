// RUN: %check %s
#include "win32.h"
#include <pthread.h>

struct Item {
  pthread_mutex_t Lock;
  int Refs;
};

void deleted(Item *I) {
  pthread_mutex_lock(&I->Lock);
  delete I; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'I->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void deletedReleased(Item *I) {
  pthread_mutex_lock(&I->Lock);
  pthread_mutex_unlock(&I->Lock);
  delete I; // TN
}

void lastReference(Item *I) {
  pthread_mutex_lock(&I->Lock);
  if (--I->Refs == 0) {
    delete I; // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'I->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
    return;
  }
  pthread_mutex_unlock(&I->Lock);
}

class Counted {
public:
  void release() {
    AcquireSRWLockExclusive(&Lock);
    if (--Refs == 0) {
      delete this; // TP
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
      return;
    }
    ReleaseSRWLockExclusive(&Lock);
  }
  void releaseRight() {
    AcquireSRWLockExclusive(&Lock);
    bool Last = --Refs == 0;
    ReleaseSRWLockExclusive(&Lock);
    if (Last)
      delete this; // TN
  }

private:
  SRWLOCK Lock = SRWLOCK_INIT;
  int Refs = 1;
};

void arrays() {
  Item *V = new Item[3];
  pthread_mutex_init(&V[0].Lock, nullptr);
  pthread_mutex_lock(&V[0].Lock);
  delete[] V; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'V[0].Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

Counted *make() {
  auto *C = new Counted;
  C->release();
  C->releaseRight();
  return C;
}
