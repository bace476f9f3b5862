// RUN: %check %s
#include "os2.h"
#include <pthread.h>

// Whoever was locked is unlocked.
void by_the_pointer(pthread_mutex_t *a, pthread_mutex_t *b, int c) {
  pthread_mutex_t *m = a;
  if (c)
    m = b;
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(a); // TN
  pthread_mutex_destroy(b); // TN
}

void by_the_pointer_held(pthread_mutex_t *a, pthread_mutex_t *b, int c) {
  pthread_mutex_t *m = a;
  if (c)
    m = b;
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// Locked through a pointer that is one of two, closed by another name.
void by_another_name(pthread_mutex_t *a, pthread_mutex_t *b, int c) {
  pthread_mutex_t *m = a;
  if (c)
    m = b;
  pthread_mutex_lock(m);
  pthread_mutex_destroy(a); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'a' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void chosen_before(HSEM a, HSEM b, int c) {
  HSEM h = a;
  if (c) {
    h = b;
    DosSemSet(h);
    DosCloseSem(b); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'b' while it is still set; potential ERROR_SEM_IS_SET (102)
    return;
  }
  DosSemSet(h);
  DosCloseSem(a); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'a' while it is still set; potential ERROR_SEM_IS_SET (102)
}
