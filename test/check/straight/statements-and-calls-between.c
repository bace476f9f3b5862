// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <stdio.h>

struct log {
  pthread_mutex_t lock;
  int lines;
};

void flush(void);
int next_line(void);

void posix(struct log *log, int n) {
  int i, sum = 0;
  pthread_mutex_lock(&log->lock);
  for (i = 0; i < n; i++) {
    if (i % 2)
      sum += next_line();
    log->lines++;
  }
  printf("%d lines\n", sum);
  flush();
  pthread_mutex_destroy(&log->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'log->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-10]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void os2(int n) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\LOG") != NO_ERROR)
    return;
  DosSemSet(h);
  while (n-- > 0)
    flush();
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void win32(int n) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (h == NULL)
    return;
  WaitForSingleObject(h, INFINITE);
  do
    flush();
  while (--n > 0);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void posix_released(struct log *log, int n) {
  int i;
  pthread_mutex_lock(&log->lock);
  for (i = 0; i < n; i++)
    log->lines += next_line();
  flush();
  pthread_mutex_unlock(&log->lock);
  flush();
  pthread_mutex_destroy(&log->lock); // TN
}

void os2_released(int n) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\LOG") != NO_ERROR)
    return;
  DosSemSet(h);
  while (n-- > 0)
    flush();
  DosSemClear(h);
  DosCloseSem(h); // TN
}

void win32_released(int n) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (h == NULL)
    return;
  WaitForSingleObject(h, INFINITE);
  do
    flush();
  while (--n > 0);
  ReleaseMutex(h);
  CloseHandle(h); // TN
}
