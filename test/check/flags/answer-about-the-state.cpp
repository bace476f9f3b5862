// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
#include <pthread.h>

// What a modelled call writes to another argument can say whether the lock is
// held, and so can the answer to a question about it. The model does not tell
// how: where the program asked, the state is unknown.
namespace folly {
template <bool B> struct SharedMutexImpl {
  struct Token {
    int state = 0;
  };
  void lock_shared(Token &);
  void unlock_shared(Token &);
};
} // namespace folly
using Mutex = folly::SharedMutexImpl<true>;

struct Guard {
  Mutex *M;
  Mutex::Token T;
  explicit Guard(Mutex &X) : M(&X) { M->lock_shared(T); }
  ~Guard() {
    if (T.state != 0)
      M->unlock_shared(T);
  }
};

void guarded() {
  Mutex M;
  Guard G(M);
} // TN

void tokenAsked() {
  Mutex M;
  Mutex::Token T;
  M.lock_shared(T);
  if (T.state)
    M.unlock_shared(T);
} // TN

void tokenNotAsked() {
  Mutex M;
  Mutex::Token T;
  M.lock_shared(T);
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void tokenAskedBefore() {
  Mutex M;
  Mutex::Token T;
  M.lock_shared(T);
  if (!T.state)
    return; // TN
  M.unlock_shared(T);
  M.lock_shared(T);
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

// A question about it, here and in a helper.
extern "C" {
struct mutex_s {
  int Holder;
};
typedef struct mutex_s mutex_t;
int nxmutex_lock(mutex_t *);
int nxmutex_unlock(mutex_t *);
int nxmutex_destroy(mutex_t *);
bool nxmutex_is_hold(mutex_t *);
}

void isHeldAsked(mutex_t *M) {
  nxmutex_lock(M);
  if (nxmutex_is_hold(M))
    nxmutex_unlock(M);
  nxmutex_destroy(M); // TN
}

static bool isHeld(mutex_t *M) { return nxmutex_is_hold(M); }

static void done(mutex_t *M) {
  if (isHeld(M))
    nxmutex_unlock(M);
  nxmutex_destroy(M);
}

void isHeldAskedByHelper(mutex_t *M) {
  nxmutex_lock(M);
  done(M); // TN
}

void otherAsked(mutex_t *M, mutex_t *Other) {
  nxmutex_lock(M);
  if (nxmutex_is_hold(Other))
    nxmutex_unlock(M);
  nxmutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void askedBeforeItWasSet(mutex_t *M) {
  if (nxmutex_is_hold(M))
    return;
  nxmutex_lock(M);
  nxmutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}
