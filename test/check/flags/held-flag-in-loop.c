// RUN: %check %s
#include "os2.h"
#include <pthread.h>

int next(void);
void work(int);

void posix(pthread_mutex_t *m) {
  int held = 0, n;
  while ((n = next()) != 0) {
    if (n == 1 && !held) {
      pthread_mutex_lock(m);
      held = 1;
    } else if (n == 2 && held) {
      pthread_mutex_unlock(m);
      held = 0;
    }
    work(n);
  }
  if (held)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void posix_no_unlock_at_end(pthread_mutex_t *m) {
  int held = 0, n;
  while ((n = next()) != 0) {
    if (n == 1 && !held) {
      pthread_mutex_lock(m);
      held = 1;
    } else if (n == 2 && held) {
      pthread_mutex_unlock(m);
      held = 0;
    }
    work(n);
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void os2(HSEM h, int n) {
  int set = 0;
  int i;
  for (i = 0; i < n; i++) {
    if (next() && !set) {
      DosSemSet(h);
      set = 1;
    }
  }
  if (set)
    DosSemClear(h);
  DosCloseSem(h); // TN
}

void os2_state_in_enum(HSEM h) {
  enum { Idle, Busy, Done } state = Idle;
  while (state != Done) {
    switch (state) {
    case Idle:
      DosSemSet(h);
      state = Busy;
      break;
    case Busy:
      DosSemClear(h);
      state = Done;
      break;
    case Done:
      break;
    }
  }
  DosCloseSem(h); // TN
}
