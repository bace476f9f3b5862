// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <threads.h>

void mutex(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: warning: closing semaphore 'm'
  // CHECK: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void rwlock(pthread_rwlock_t *l) {
  pthread_rwlock_rdlock(l);
  pthread_rwlock_destroy(l); // TP
  // CHECK: warning: closing semaphore 'l'
  // CHECK: note: pthread_rwlock_destroy on a held lock is undefined; glibc returns 0 and says nothing
}

void permit(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_wait(&s);
  sem_destroy(&s); // TP
  // CHECK: warning: closing semaphore 's'
  // CHECK: note: the permit that was taken is lost
}

void os2(HSEM h) {
  DosSemSet(h);
  DosCloseSem(h); // TP
  // CHECK: warning: closing semaphore 'h'
  // CHECK: note: DosCloseSem returns ERROR_SEM_IS_SET (102) and the semaphore stays open
}

void os2_mutex(HMTX h) {
  DosRequestMutexSem(h, SEM_INDEFINITE_WAIT);
  DosCloseMutexSem(h); // TP
  // CHECK: warning: closing semaphore 'h'
  // CHECK: note: DosCloseMutexSem returns ERROR_SEM_BUSY (301) and the semaphore stays open
}

void win32(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  if (!h)
    return;
  CloseHandle(h); // TP
  // CHECK: warning: closing semaphore 'h'
  // CHECK: note: CloseHandle succeeds and the object stays taken: the next waiter on a mutex gets WAIT_ABANDONED
}

void memory(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  free(m); // TP
  // CHECK: warning: freeing semaphore 'm'
  // CHECK: note: the memory ends while the semaphore in it is set
}

void released(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
