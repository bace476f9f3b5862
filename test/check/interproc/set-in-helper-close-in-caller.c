// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

struct box {
  pthread_mutex_t lock;
  int value;
};

static void enter(struct box *b) {
  pthread_mutex_lock(&b->lock);
  b->value++;
}

static void leave(struct box *b) {
  pthread_mutex_unlock(&b->lock);
}

void held(struct box *b) {
  enter(b);
  pthread_mutex_destroy(&b->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'b->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: calling 'enter' here
  // CHECK-NEXT: :[[@LINE-13]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void released(struct box *b) {
  enter(b);
  leave(b);
  pthread_mutex_destroy(&b->lock); // TN
}

static void set_it(HSEM h) {
  DosSemSet(h);
}

static void clear_it(HSEM h) {
  DosSemClear(h);
}

void os2(HSEM h) {
  set_it(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void os2_cleared(HSEM h) {
  set_it(h);
  clear_it(h);
  DosCloseSem(h); // TN
}

static void wait_for(HANDLE h) {
  WaitForSingleObject(h, INFINITE);
}

void win32(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  wait_for(h);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void win32_event(void) {
  HANDLE h = CreateEvent(NULL, FALSE, FALSE, NULL);
  if (!h)
    return;
  wait_for(h);
  CloseHandle(h); // TN
}
