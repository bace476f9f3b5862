// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

#define MUTEX_DESTROY(m) pthread_mutex_destroy(&(m)->lock)
#define LOCK(m) pthread_mutex_lock(&(m)->lock)
#define UNLOCK(m) pthread_mutex_unlock(&(m)->lock)

struct box {
  pthread_mutex_t lock;
};

void posix(struct box *b) {
  LOCK(b);
  MUTEX_DESTROY(b); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore '(b)->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void posix_released(struct box *b) {
  LOCK(b);
  UNLOCK(b);
  MUTEX_DESTROY(b); // TN
}

#define SAFE_CLOSE(h)                                                          \
  do {                                                                         \
    if (h) {                                                                   \
      CloseHandle(h);                                                          \
      h = NULL;                                                                \
    }                                                                          \
  } while (0)

void win32(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (h)
    WaitForSingleObject(h, INFINITE);
  SAFE_CLOSE(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void win32_released(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (h) {
    WaitForSingleObject(h, INFINITE);
    ReleaseMutex(h);
  }
  SAFE_CLOSE(h); // TN
}

#define CLOSE_SEM(h) (void)DosCloseSem(h)

void os2(HSEM h) {
  DosSemSet(h);
  CLOSE_SEM(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void os2_cleared(HSEM h) {
  DosSemSet(h);
  DosSemClear(h);
  CLOSE_SEM(h); // TN
}
