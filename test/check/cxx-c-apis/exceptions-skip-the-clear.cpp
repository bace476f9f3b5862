// RUN: %check %s
#include <pthread.h>

void work();
void quiet() noexcept;

void thrown(pthread_mutex_t *M, bool C) {
  try {
    pthread_mutex_lock(M);
    if (C)
      throw 1;
    pthread_mutex_unlock(M);
  } catch (int) {
    pthread_mutex_destroy(M); // TP
    throw;
  }
  pthread_mutex_destroy(M); // TN
}

// Nothing is closed on the way.
void thrownOut(pthread_mutex_t *M, bool C) {
  pthread_mutex_lock(M);
  if (C)
    throw 1;
  pthread_mutex_unlock(M);
  pthread_mutex_destroy(M); // TN
}

void thrownBefore(pthread_mutex_t *M, bool C) {
  try {
    if (C)
      throw 1;
    pthread_mutex_lock(M);
    pthread_mutex_unlock(M);
  } catch (int) {
  }
  pthread_mutex_destroy(M); // TN
}
