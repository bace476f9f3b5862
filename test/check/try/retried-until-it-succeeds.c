// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <semaphore.h>
#include <errno.h>

void pause_a_bit(void);

// After the loop the lock is held, whatever happened before.
void mutex(pthread_mutex_t *m) {
  while (pthread_mutex_trylock(m) != 0)
    pause_a_bit();
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void mutex_released(pthread_mutex_t *m) {
  while (pthread_mutex_trylock(m) != 0)
    pause_a_bit();
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void mutex_some_times(pthread_mutex_t *m) {
  int tries, rc = EBUSY;
  for (tries = 0; tries < 5 && rc != 0; tries++)
    rc = pthread_mutex_trylock(m);
  if (rc == 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void mutex_some_times_held(pthread_mutex_t *m) {
  int tries, rc = EBUSY;
  for (tries = 0; tries < 5 && rc != 0; tries++)
    rc = pthread_mutex_trylock(m);
  if (rc != 0)
    return;
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void semaphore_interrupted(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  while (sem_wait(&s) == -1 && errno == EINTR)
    continue;
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void os2(HSEM h) {
  USHORT rc;
  do
    rc = DosSemRequest(h, 1000L);
  while (rc == ERROR_INTERRUPT || rc == ERROR_SEM_TIMEOUT);
  if (rc)
    return;
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void critical_section(LPCRITICAL_SECTION cs) {
  for (;;) {
    if (TryEnterCriticalSection(cs))
      break;
    pause_a_bit();
  }
  DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void critical_section_left(LPCRITICAL_SECTION cs) {
  for (;;) {
    if (TryEnterCriticalSection(cs))
      break;
    pause_a_bit();
  }
  LeaveCriticalSection(cs);
  DeleteCriticalSection(cs); // TN
}
