// RUN: %check %s
#include <pthread.h>

// The destructor of a base class closes what the one of the derived class, which
// runs before it, left set.

struct Owner {
  pthread_mutex_t m;
  Owner() { pthread_mutex_init(&m, nullptr); }
  ~Owner() { pthread_mutex_destroy(&m); }
};

struct Locks : Owner {
  ~Locks() { pthread_mutex_lock(&m); } // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'this->m' while it is still set; potential ERROR_SEM_IS_SET (102)
};

struct LocksAndUnlocks : Owner {
  ~LocksAndUnlocks() {
    pthread_mutex_lock(&m);
    pthread_mutex_unlock(&m);
  } // TN
};

struct LocksVirtualBase : virtual Owner {
  ~LocksVirtualBase() { pthread_mutex_lock(&m); } // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'this->m' while it is still set; potential ERROR_SEM_IS_SET (102)
};

struct Between : Owner {};

struct LocksFurtherUp : Between {
  ~LocksFurtherUp() { pthread_mutex_lock(&m); } // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'this->m' while it is still set; potential ERROR_SEM_IS_SET (102)
};

// Nothing ends the lock of what is only pointed to.
struct Borrower {
  pthread_mutex_t *m;
  ~Borrower() { pthread_mutex_unlock(m); }
};

struct LocksBorrowed : Borrower {
  ~LocksBorrowed() { pthread_mutex_lock(m); } // TN
};
