// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

void work(int);
int more(void);

void posix(pthread_mutex_t *m, int n) {
  int i;
  for (i = 0; i < n; i++)
    if (i == 9)
      pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// The lock at the end of a round is released at the start of the next, and
// there is no next after the last.
void posix_over_the_end(pthread_mutex_t *m) {
  int first = 1;
  while (more()) {
    if (!first)
      pthread_mutex_unlock(m);
    first = 0;
    work(1);
    pthread_mutex_lock(m);
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void posix_over_the_end_released(pthread_mutex_t *m) {
  int first = 1;
  while (more()) {
    if (!first)
      pthread_mutex_unlock(m);
    first = 0;
    work(1);
    pthread_mutex_lock(m);
  }
  if (!first)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void os2(HSEM h, int n) {
  int i;
  for (i = 0; i < n; i++) {
    if (i > 0)
      DosSemClear(h);
    DosSemSet(h);
  }
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void os2_balanced(HSEM h, int n) {
  int i;
  for (i = 0; i < n; i++) {
    DosSemSet(h);
    work(i);
    DosSemClear(h);
  }
  DosCloseSem(h); // TN
}

void win32(int n) {
  int i;
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  for (i = 0; i < n; i++) {
    if (i == n - 1)
      WaitForSingleObject(h, INFINITE);
    work(i);
  }
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void win32_each_round(int n) {
  int i;
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (!h)
    return;
  for (i = 0; i < n; i++) {
    WaitForSingleObject(h, INFINITE);
    work(i);
    ReleaseMutex(h);
  }
  CloseHandle(h); // TN
}
