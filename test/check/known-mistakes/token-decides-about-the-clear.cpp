// REQUIRES: llvm-at-least-19
// RUN: %check %s
// What a modelled call writes to another argument can say whether the lock is
// held. The model does not, so both values are believed.
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
} // FP: the token that the call wrote says whether the lock is held
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'M' goes out of scope while it may still be set
