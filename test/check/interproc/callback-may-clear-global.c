// RUN: %check %s
#include "os2.h"
#include <pthread.h>

void work(void);

static pthread_mutex_t Lock = PTHREAD_MUTEX_INITIALIZER;

// Other files can call this, and work() may.
void unlock_it(void) {
  pthread_mutex_unlock(&Lock);
}

void posix(void) {
  pthread_mutex_lock(&Lock);
  work();
  pthread_mutex_destroy(&Lock); // TN
}

void posix_no_call_between(void) {
  pthread_mutex_lock(&Lock);
  pthread_mutex_destroy(&Lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

static HSYSSEM Sem;

void clear_it(void) {
  DosSemClear(Sem);
}

int os2(void) {
  DosSemSet(Sem);
  work();
  return DosCloseSem(Sem); // TN
}
