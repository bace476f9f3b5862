// RUN: %check %s
#include "os2.h"
#include <pthread.h>

static void destroy(pthread_mutex_t *m) {
  pthread_mutex_destroy(m);
}

// Reported at the variable whose cleanup it is.
void held(int c) {
  __attribute__((cleanup(destroy))) pthread_mutex_t m; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it {{is still|may still be}} set; potential ERROR_SEM_IS_SET (102)
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  if (c)
    return;
  pthread_mutex_unlock(&m);
}

void released(int c) {
  __attribute__((cleanup(destroy))) pthread_mutex_t m; // TN
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  if (c) {
    pthread_mutex_unlock(&m);
    return;
  }
  pthread_mutex_unlock(&m);
}

static void close_sem(HSEM *h) {
  if (*h)
    DosCloseSem(*h);
}

void os2(void) {
  __attribute__((cleanup(close_sem))) HSEM h = 0; // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\CLEAN"))
    return;
  DosSemSet(h);
}
