// RUN: %check %s
#include <pthread.h>

// Never instantiated: what it does is not known.
template <typename T> void notInstantiated(T *M) {
  pthread_mutex_lock(M);
  pthread_mutex_destroy(M); // TN
}

template <typename T> void instantiated(T *M) {
  pthread_mutex_lock(M);
  pthread_mutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void use(pthread_mutex_t *M) {
  instantiated(M);
}

template <typename T> class NeverMade {
  void run() {
    pthread_mutex_lock(&M);
    pthread_mutex_destroy(&M); // TN
  }
  pthread_mutex_t M;
};

template <bool Unlock> void chosen(pthread_mutex_t *M) {
  pthread_mutex_lock(M);
  if (Unlock)
    pthread_mutex_unlock(M);
}

void withUnlock(pthread_mutex_t *M) {
  chosen<true>(M);
  pthread_mutex_destroy(M); // TN
}

void withoutUnlock(pthread_mutex_t *M) {
  chosen<false>(M);
  pthread_mutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}
