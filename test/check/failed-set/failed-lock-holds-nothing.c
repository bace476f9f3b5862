// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <semaphore.h>
#include <threads.h>

void work(void);

int spin(pthread_spinlock_t *s) {
  if (pthread_spin_lock(s)) {
    pthread_spin_destroy(s); // TN
    return -1;
  }
  pthread_spin_destroy(s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it is still set; potential ERROR_SEM_IS_SET (102)
  return 0;
}

int rwlock(pthread_rwlock_t *l) {
  int rc = pthread_rwlock_rdlock(l);
  if (rc) {
    pthread_rwlock_destroy(l); // TN
    return rc;
  }
  pthread_rwlock_unlock(l);
  pthread_rwlock_destroy(l); // TN
  return 0;
}

int c11(mtx_t *m) {
  if (mtx_lock(m) != thrd_success) {
    mtx_destroy(m); // TN
    return -1;
  }
  mtx_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  return 0;
}

int c11_error(mtx_t *m) {
  if (mtx_lock(m) == thrd_error) {
    mtx_destroy(m); // TN
    return -1;
  }
  mtx_unlock(m);
  mtx_destroy(m); // TN
  return 0;
}

int semaphore(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  if (sem_wait(&s) < 0) {
    sem_destroy(&s); // TN
    return -1;
  }
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
  return 0;
}

int mutex(pthread_mutex_t *m) {
  if (pthread_mutex_lock(m)) {
    pthread_mutex_destroy(m); // TN
    return -1;
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  return 0;
}

int os2(HSEM h) {
  if (DosSemSet(h)) {
    DosCloseSem(h); // TN
    return -1;
  }
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  return 0;
}

int os2_mutex(HMTX h) {
  APIRET rc = DosRequestMutexSem(h, 1000);
  if (rc == ERROR_TIMEOUT || rc == ERROR_INTERRUPT)
    return DosCloseMutexSem(h); // TN
  if (rc == ERROR_SEM_OWNER_DIED)
    return DosCloseMutexSem(h); // TN
  if (rc == NO_ERROR)
    return DosCloseMutexSem(h); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  return rc;
}

int win32(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return -1;
  if (WaitForSingleObject(h, INFINITE) == WAIT_FAILED) {
    CloseHandle(h); // TN
    return -1;
  }
  ReleaseMutex(h);
  CloseHandle(h); // TN
  return 0;
}
