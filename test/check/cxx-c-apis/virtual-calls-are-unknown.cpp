// RUN: %check %s
#include <pthread.h>

struct Base {
  virtual ~Base() = default;
  virtual void leave(pthread_mutex_t *M) { (void)M; }
};

struct Final final : Base {
  void leave(pthread_mutex_t *M) override { (void)M; }
};

void any(Base &B, pthread_mutex_t *M) {
  pthread_mutex_lock(M);
  B.leave(M);
  pthread_mutex_destroy(M); // TN
}

void known(Final &F, pthread_mutex_t *M) {
  pthread_mutex_lock(M);
  F.leave(M);
  pthread_mutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void qualified(Base &B, pthread_mutex_t *M) {
  pthread_mutex_lock(M);
  B.Base::leave(M);
  pthread_mutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}
