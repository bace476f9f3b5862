// RUN: %check %s
#include "os2.h"
#include <pthread.h>
#include <stdbool.h>

static bool try_enter(pthread_mutex_t *m) {
  return pthread_mutex_trylock(m) == 0;
}

static bool is_busy(pthread_mutex_t *m) {
  return pthread_mutex_trylock(m) != 0;
}

static int enter_or_fail(HSEM h) {
  if (DosSemRequest(h, SEM_IMMEDIATE_RETURN) != NO_ERROR)
    return -1;
  return 0;
}

void entered(pthread_mutex_t *m) {
  if (try_enter(m))
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    pthread_mutex_destroy(m); // TN
}

void entered_and_left(pthread_mutex_t *m) {
  if (try_enter(m))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

// Not busy means: we hold it now.
void was_not_busy(pthread_mutex_t *m) {
  if (is_busy(m))
    pthread_mutex_destroy(m); // TN
  else
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void was_not_busy_left(pthread_mutex_t *m) {
  if (!is_busy(m))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void os2(HSEM h) {
  if (enter_or_fail(h) < 0) {
    DosCloseSem(h); // TN
    return;
  }
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void os2_cleared(HSEM h) {
  if (enter_or_fail(h) == 0)
    DosSemClear(h);
  DosCloseSem(h); // TN
}
