// RUN: %check %s -- -UNDEBUG
#include "os2.h"
#include "win32.h"
#include <assert.h>
#include <pthread.h>
#include <stdlib.h>

void mutex(pthread_mutex_t *m) {
  int rc = pthread_mutex_trylock(m);
  assert(rc == 0);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void mutex_released(pthread_mutex_t *m) {
  int rc = pthread_mutex_trylock(m);
  assert(rc == 0);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

// The test wants the lock to be busy.
void mutex_wanted_busy(pthread_mutex_t *m) {
  int rc = pthread_mutex_trylock(m);
  assert(rc != 0);
  pthread_mutex_destroy(m); // TN
}

#define CHECKED(call)                                                          \
  do {                                                                         \
    if ((call) != NO_ERROR)                                                    \
      exit(1);                                                                 \
  } while (0)

void os2(HSEM h) {
  CHECKED(DosSemRequest(h, 500L));
  CHECKED(DosCloseSem(h)); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void os2_cleared(HSEM h) {
  CHECKED(DosSemRequest(h, 500L));
  CHECKED(DosSemClear(h));
  CHECKED(DosCloseSem(h)); // TN
}

void critical_section(LPCRITICAL_SECTION cs) {
  if (!TryEnterCriticalSection(cs))
    abort();
  DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void critical_section_wanted_busy(LPCRITICAL_SECTION cs) {
  if (TryEnterCriticalSection(cs))
    abort();
  DeleteCriticalSection(cs); // TN
}
