// RUN: %check %s
#include <pthread.h>

class Guard {
public:
  explicit Guard(pthread_mutex_t &M) : M(M) { pthread_mutex_lock(&M); }
  ~Guard() { pthread_mutex_unlock(&M); }

private:
  pthread_mutex_t &M;
};

class ImplicitDestructor : public Guard {
public:
  explicit ImplicitDestructor(pthread_mutex_t &M) : Guard(M) {}
};

class OwnDestructor : public Guard {
public:
  explicit OwnDestructor(pthread_mutex_t &M) : Guard(M) {}
  ~OwnDestructor() { ++Count; }
  int Count = 0;
};

class HasAGuard {
public:
  explicit HasAGuard(pthread_mutex_t &M) : G(M) {}

private:
  Guard G;
};

void implicitDestructor(pthread_mutex_t *M) {
  { ImplicitDestructor G(*M); }
  pthread_mutex_destroy(M); // TN
}

void ownDestructor(pthread_mutex_t *M) {
  { OwnDestructor G(*M); }
  pthread_mutex_destroy(M); // TN
}

void memberDestructor(pthread_mutex_t *M) {
  { HasAGuard G(*M); }
  pthread_mutex_destroy(M); // TN
}

void tooLate(pthread_mutex_t *M) {
  ImplicitDestructor G(*M);
  pthread_mutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}
