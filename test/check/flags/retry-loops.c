// RUN: %check %s
#include "os2.h"
#include <pthread.h>

int ready(void);
void pause_a_bit(void);

void backward_goto(pthread_mutex_t *m) {
retry:
  pthread_mutex_lock(m);
  if (!ready()) {
    pthread_mutex_unlock(m);
    pause_a_bit();
    goto retry;
  }
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void backward_goto_held(pthread_mutex_t *m) {
retry:
  pthread_mutex_lock(m);
  if (!ready()) {
    pthread_mutex_unlock(m);
    pause_a_bit();
    goto retry;
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void for_ever(HSEM h) {
  while (1) {
    DosSemRequest(h, SEM_INDEFINITE_WAIT);
    if (ready()) {
      DosSemClear(h);
      break;
    }
    DosSemClear(h);
    pause_a_bit();
  }
  DosCloseSem(h); // TN
}

void lock_in_loop_header(pthread_mutex_t *m, int n) {
  int i;
  for (pthread_mutex_lock(m), i = 0; i < n; i++)
    pause_a_bit();
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void lock_in_loop_header_held(pthread_mutex_t *m, int n) {
  int i;
  for (pthread_mutex_lock(m), i = 0; i < n; i++)
    pause_a_bit();
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked_around_the_wait(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  while (!ready()) {
    pthread_mutex_unlock(m);
    pause_a_bit();
    pthread_mutex_lock(m);
  }
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void unlocked_around_the_wait_held(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  while (!ready()) {
    pthread_mutex_unlock(m);
    pause_a_bit();
    pthread_mutex_lock(m);
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
