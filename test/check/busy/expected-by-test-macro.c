// RUN: %check %s
#include "os2.h"
#include <errno.h>
#include <pthread.h>

void fail(const char *);
void expect_equal(int got, int wanted);

#define CHECK_EQUAL(call, wanted)                                              \
  do {                                                                         \
    if ((call) != (wanted))                                                    \
      fail(#call);                                                             \
  } while (0)

void by_macro(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  CHECK_EQUAL(pthread_mutex_destroy(m), EBUSY); // TN
  pthread_mutex_unlock(m);
  CHECK_EQUAL(pthread_mutex_destroy(m), 0); // TN
}

void by_function(HSEM h) {
  DosSemSet(h);
  expect_equal(DosCloseSem(h), ERROR_SEM_IS_SET); // TN
  DosSemClear(h);
  expect_equal(DosCloseSem(h), NO_ERROR); // TN
}

// This test expects success where there is none.
void wrong_expectation(HSEM h) {
  DosSemSet(h);
  CHECK_EQUAL(DosCloseSem(h), NO_ERROR); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
