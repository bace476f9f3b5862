// RUN: %check %s
#include "os2.h"
#include <pthread.h>

static void leave_if(pthread_mutex_t *m, int c) {
  if (c)
    pthread_mutex_unlock(m);
}

void may_be_held(pthread_mutex_t *m, int c) {
  pthread_mutex_lock(m);
  leave_if(m, c);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void always_left(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  leave_if(m, 1);
  pthread_mutex_destroy(m); // TN
}

void never_left(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  leave_if(m, 0);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// The same condition outside.
void left_where_entered(pthread_mutex_t *m, int c) {
  if (c)
    pthread_mutex_lock(m);
  leave_if(m, c);
  pthread_mutex_destroy(m); // TN
}

static int clear_or_complain(HSEM h, int c) {
  if (c) {
    DosSemClear(h);
    return 0;
  }
  return -1;
}

void os2_complaint_ignored(HSEM h, int c) {
  DosSemSet(h);
  clear_or_complain(h, c);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void os2_complaint_heeded(HSEM h, int c) {
  DosSemSet(h);
  if (clear_or_complain(h, c) < 0)
    return;
  DosCloseSem(h); // TN
}
