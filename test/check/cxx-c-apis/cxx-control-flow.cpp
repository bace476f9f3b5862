// RUN: %check %s
#include <pthread.h>

int ask(int);
struct List {
  int *begin() const;
  int *end() const;
};

void ifWithInitialiser(pthread_mutex_t *M) {
  if (int RC = pthread_mutex_trylock(M); RC == 0)
    pthread_mutex_destroy(M); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    pthread_mutex_destroy(M); // TN
}

void switchWithInitialiser(pthread_mutex_t *M) {
  switch (int RC = pthread_mutex_trylock(M); RC) {
  case 0:
    pthread_mutex_unlock(M);
    break;
  default:
    break;
  }
  pthread_mutex_destroy(M); // TN
}

void rangeFor(pthread_mutex_t *M, const List &L) {
  for (int N : L) {
    pthread_mutex_lock(M);
    if (ask(N))
      break;
    pthread_mutex_unlock(M);
  }
  pthread_mutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'M' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void rangeForReleased(pthread_mutex_t *M, const List &L) {
  for (int N : L) {
    pthread_mutex_lock(M);
    ask(N);
    pthread_mutex_unlock(M);
  }
  pthread_mutex_destroy(M); // TN
}

void conditionVariable(pthread_mutex_t *M) {
  if (bool Held = pthread_mutex_trylock(M) == 0)
    pthread_mutex_unlock(M);
  pthread_mutex_destroy(M); // TN
}

template <bool B> void constexprIf(pthread_mutex_t *M) {
  pthread_mutex_lock(M);
  if constexpr (B)
    pthread_mutex_unlock(M);
  pthread_mutex_destroy(M); // TN
}
template void constexprIf<true>(pthread_mutex_t *);

struct Pair {
  pthread_mutex_t *First;
  bool Held;
};

void structuredBinding(pthread_mutex_t *M, bool C) {
  Pair P{M, false};
  if (C) {
    pthread_mutex_lock(M);
    P.Held = true;
  }
  auto [Mutex, Held] = P;
  if (Held)
    pthread_mutex_unlock(Mutex);
  pthread_mutex_destroy(M); // TN
}
