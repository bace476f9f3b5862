// RUN: %check %s
#include "os2.h"
#include <pthread.h>

void same_line(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // NOLINT // TN
}

void same_line_named(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // NOLINT(semaphore-close-while-set) // TN
}

void other_check_named(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // NOLINT(bugprone-foo) // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void next_line(HSEM h) {
  DosSemSet(h);
  // NOLINTNEXTLINE(semaphore-close-while-set)
  DosCloseSem(h); // TN
}

// NOLINTBEGIN(semaphore-close-while-set)
void block(HSEM h) {
  DosSemSet(h);
  DosCloseSem(h); // TN
}
// NOLINTEND(semaphore-close-while-set)

void after_block(HSEM h) {
  DosSemSet(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
