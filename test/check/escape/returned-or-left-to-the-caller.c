// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <stdlib.h>

// Set and handed to the caller: nothing ends here.
pthread_mutex_t *make_locked(void) {
  pthread_mutex_t *m = malloc(sizeof *m);
  if (!m)
    return NULL;
  pthread_mutex_init(m, NULL);
  pthread_mutex_lock(m);
  return m; // TN
}

void lock_for_caller(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
} // TN

HANDLE make_owned(void) {
  return CreateMutex(NULL, TRUE, NULL); // TN
}

int make_sem(HSYSSEM *h) {
  if (DosCreateSem(CSEM_PRIVATE, h, "\\SEM\\OUT"))
    return -1;
  DosSemSet(*h);
  return 0; // TN
}

void and_one_that_ends_here(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  lock_for_caller(&m);
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
