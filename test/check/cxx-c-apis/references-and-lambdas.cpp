// RUN: %check %s
#include <pthread.h>

void work();
template <typename F> void run(F f) { f(); }
void store(void (*)());

void byReference(pthread_mutex_t *M) {
  pthread_mutex_t &R = *M;
  pthread_mutex_lock(&R);
  pthread_mutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void byReferenceReleased(pthread_mutex_t *M) {
  pthread_mutex_t &R = *M;
  pthread_mutex_lock(&R);
  pthread_mutex_unlock(M);
  pthread_mutex_destroy(&R); // TN
}

void clearedInLambda(pthread_mutex_t *M) {
  pthread_mutex_lock(M);
  auto Unlock = [M] { pthread_mutex_unlock(M); };
  Unlock();
  pthread_mutex_destroy(M); // TN
}

void clearedInLambdaByReference(pthread_mutex_t *M) {
  pthread_mutex_lock(M);
  run([&] { pthread_mutex_unlock(M); });
  pthread_mutex_destroy(M); // TN
}

void insideLambda(pthread_mutex_t *M) {
  auto Body = [M] {
    pthread_mutex_lock(M);
    work();
    pthread_mutex_destroy(M); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
  };
  Body();
}

void lambdaThatDoesNothing(pthread_mutex_t *M) {
  pthread_mutex_lock(M);
  run([] { work(); });
  pthread_mutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}
