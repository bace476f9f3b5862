// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

struct box {
  pthread_mutex_t lock;
  int value;
};

static void destroy(struct box *b) {
  b->value = 0;
  pthread_mutex_destroy(&b->lock);
}

// Reported where the object is known to be set: at the call.
void held(struct box *b) {
  pthread_mutex_lock(&b->lock);
  destroy(b); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'b->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: calling 'destroy' here
  // CHECK-NEXT: :[[@LINE-10]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void released(struct box *b) {
  pthread_mutex_lock(&b->lock);
  pthread_mutex_unlock(&b->lock);
  destroy(b); // TN
}

static void os2_close(HSEM h) {
  DosCloseSem(h);
}

void os2(HSEM h) {
  DosSemSet(h);
  os2_close(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void os2_cleared(HSEM h) {
  DosSemSet(h);
  DosSemClear(h);
  os2_close(h); // TN
}

static void win32_close(HANDLE *h) {
  if (*h)
    CloseHandle(*h);
  *h = NULL;
}

void win32(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  win32_close(&h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
