// RUN: %check %s
#include <memory>
#include <pthread.h>

struct Destroy {
  void operator()(pthread_mutex_t *M) const {
    pthread_mutex_destroy(M);
    delete M;
  }
};
using MutexPtr = std::unique_ptr<pthread_mutex_t, Destroy>;

void held() {
  MutexPtr M(new pthread_mutex_t);
  pthread_mutex_init(M.get(), nullptr);
  pthread_mutex_lock(M.get());
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M.get()' while it is still set; potential ERROR_SEM_IS_SET (102)

void released() {
  MutexPtr M(new pthread_mutex_t);
  pthread_mutex_init(M.get(), nullptr);
  pthread_mutex_lock(M.get());
  pthread_mutex_unlock(M.get());
} // TN

void raw() {
  pthread_mutex_t *M = new pthread_mutex_t;
  pthread_mutex_init(M, nullptr);
  pthread_mutex_lock(M);
  Destroy()(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}
