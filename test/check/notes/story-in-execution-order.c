// RUN: %check_notes %s
#include "os2.h"
#include <pthread.h>

int ask(int);

static void enter(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
}

void posix(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  enter(&m);
  if (ask(1))
    pthread_mutex_unlock(&m);
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-6]]:{{[0-9]+}}: note: semaphore created here{{$}}
  // CHECK-NEXT: :[[@LINE-6]]:{{[0-9]+}}: note: calling 'enter' here
  // CHECK-NEXT: :[[@LINE-13]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-7]]:{{[0-9]+}}: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-6]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void os2(int n) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\STORY"))
    return;
  DosSemSet(h);
  switch (n) {
  case 1:
    DosSemClear(h);
    break;
  case 2:
    break;
  default:
    DosSemClear(h);
  }
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-14]]:{{[0-9]+}}: note: semaphore created here{{$}}
  // CHECK-NEXT: :[[@LINE-13]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-9]]:{{[0-9]+}}: note: control jumps to this case
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: DosCloseSem returns ERROR_SEM_IS_SET (102) and the semaphore stays open
}
