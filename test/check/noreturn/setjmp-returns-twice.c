// RUN: %check %s
#include <pthread.h>
#include <setjmp.h>

static sigjmp_buf Env;
void work(void);

// The other side runs after the first one ran in part: the lock may be released.
static int unlockUnlessInterrupted(pthread_rwlock_t *Lock) {
  int Result = sigsetjmp(Env, 1);
  if (Result == 0)
    Result = pthread_rwlock_unlock(Lock);
  else
    Result = 0;
  return Result;
}

// a jump says nothing about the lock
void released(pthread_rwlock_t *Lock) {
  pthread_rwlock_wrlock(Lock);
  unlockUnlessInterrupted(Lock);
  pthread_rwlock_destroy(Lock); // TN
}

// the same in one function
void afterJump(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (setjmp(Env) != 0) {
    pthread_mutex_destroy(m); // TN
    return;
  }
  pthread_mutex_unlock(m);
  work();
  pthread_mutex_destroy(m); // TN
}

// nothing released it on the first side
void firstSide(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (setjmp(Env) == 0) {
    work();
    pthread_mutex_destroy(m); // TP is
    return;
  }
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

// Left by a jump before it holds the lock, which the code here does not say.
void neverLocked(pthread_mutex_t *m) {
  if (setjmp(Env) == 0)
    pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // FP the lock is known to deadlock and jumps back
}
