// RUN: %check %s
#include <errno.h>
#include <pthread.h>

// EOWNERDEAD says that the last owner died, and that the caller holds the
// robust mutex now.
void owner_died_taken_for_failure(void (*share)(pthread_mutex_t *)) {
  pthread_mutex_t m;
  pthread_mutexattr_t attr;
  pthread_mutexattr_init(&attr);
  pthread_mutexattr_setrobust(&attr, PTHREAD_MUTEX_ROBUST);
  pthread_mutex_init(&m, &attr);
  share(&m);
  if (pthread_mutex_lock(&m) != 0) {
    pthread_mutex_destroy(&m); // FN: the rare code of success is not named
    return;
  }
  pthread_mutex_unlock(&m);
  pthread_mutex_destroy(&m); // TN
}

// Few mutexes are robust; without a sign of it, a failure is a failure.
void failure(pthread_mutex_t *m) {
  int rc = pthread_mutex_lock(m);
  if (rc != 0) {
    pthread_mutex_destroy(m); // TN
    return;
  }
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void only_owner_died(pthread_mutex_t *m) {
  int rc = pthread_mutex_lock(m);
  if (rc == EOWNERDEAD) {
    pthread_mutex_consistent(m);
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  }
}

void owner_died_handled(pthread_mutex_t *m) {
  int rc = pthread_mutex_lock(m);
  if (rc == EOWNERDEAD) {
    pthread_mutex_consistent(m);
    rc = 0;
  }
  if (rc != 0) {
    pthread_mutex_destroy(m); // TN
    return;
  }
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void not_recoverable(pthread_mutex_t *m) {
  int rc = pthread_mutex_lock(m);
  if (rc == ENOTRECOVERABLE)
    pthread_mutex_destroy(m); // TN
}
