// RUN: %check %s
#include <pthread.h>

void work();

class Guard {
public:
  explicit Guard(pthread_mutex_t &M) : M(M) { pthread_mutex_lock(&M); }
  ~Guard() { pthread_mutex_unlock(&M); }
  Guard(const Guard &) = delete;
  Guard &operator=(const Guard &) = delete;

private:
  pthread_mutex_t &M;
};

void guardEndsBefore(pthread_mutex_t *M) {
  {
    Guard G(*M);
    work();
  }
  pthread_mutex_destroy(M); // TN
}

// The guard unlocks at the end of the function: too late.
void guardOutlives(pthread_mutex_t *M) {
  Guard G(*M);
  work();
  pthread_mutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void guardOnOnePath(pthread_mutex_t *M, bool C) {
  if (C) {
    Guard G(*M);
    pthread_mutex_destroy(M); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
    return;
  }
  pthread_mutex_destroy(M); // TN
}

void leftByException(pthread_mutex_t *M) {
  try {
    Guard G(*M);
    work();
  } catch (...) {
  }
  pthread_mutex_destroy(M); // TN
}

void twoGuards(pthread_mutex_t *A, pthread_mutex_t *B) {
  {
    Guard GA(*A), GB(*B);
    work();
  }
  pthread_mutex_destroy(A); // TN
  pthread_mutex_destroy(B); // TN
}
