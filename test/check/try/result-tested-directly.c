// RUN: %check %s
#include "win32.h"
#include <pthread.h>
#include <semaphore.h>
#include <threads.h>
#include <time.h>

void work(void);

void mutex(pthread_mutex_t *m) {
  if (pthread_mutex_trylock(m) == 0) {
    work();
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  }
}

void mutex_joined(pthread_mutex_t *m) {
  if (pthread_mutex_trylock(m) == 0)
    work();
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void mutex_released(pthread_mutex_t *m) {
  if (pthread_mutex_trylock(m) == 0) {
    work();
    pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // TN
}

void mutex_failed(pthread_mutex_t *m) {
  if (pthread_mutex_trylock(m) != 0) {
    pthread_mutex_destroy(m); // TN
    return;
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void rwlock(pthread_rwlock_t *l) {
  if (!pthread_rwlock_tryrdlock(l))
    pthread_rwlock_destroy(l); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    pthread_rwlock_destroy(l); // TN
}

void spin(pthread_spinlock_t *s) {
  if (pthread_spin_trylock(s))
    pthread_spin_destroy(s); // TN
  else
    pthread_spin_destroy(s); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void semaphore(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  if (sem_trywait(&s) == 0)
    work();
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void semaphore_given_back(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  if (sem_trywait(&s) == 0) {
    work();
    sem_post(&s);
  }
  sem_destroy(&s); // TN
}

void c11(mtx_t *m) {
  if (mtx_trylock(m) == thrd_success)
    mtx_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    mtx_destroy(m); // TN
}

void c11_not_busy(mtx_t *m) {
  if (mtx_trylock(m) != thrd_success)
    return;
  mtx_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// TryEnterCriticalSection says TRUE for success.
void critical_section(LPCRITICAL_SECTION cs) {
  if (TryEnterCriticalSection(cs))
    DeleteCriticalSection(cs); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    DeleteCriticalSection(cs); // TN
}
