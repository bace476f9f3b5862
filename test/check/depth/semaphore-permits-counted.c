// RUN: %check %s
#include "win32.h"
#include <semaphore.h>

void loop_takes_as_many_as_it_gives(void) {
  sem_t s;
  int i;
  sem_init(&s, 0, 4);
  for (i = 0; i < 4; i++) {
    sem_wait(&s);
    sem_post(&s);
  }
  sem_destroy(&s); // TN
}

void one_path_keeps_one(int keep) {
  sem_t s;
  sem_init(&s, 0, 2);
  sem_wait(&s);
  sem_wait(&s);
  sem_post(&s);
  if (!keep)
    sem_post(&s);
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void three_given_back_at_once(void) {
  HANDLE h = CreateSemaphore(NULL, 3, 3, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  WaitForSingleObject(h, INFINITE);
  WaitForSingleObject(h, INFINITE);
  ReleaseSemaphore(h, 3, NULL);
  CloseHandle(h); // TN
}

// How many are given back is not known.
void some_given_back(LONG n) {
  HANDLE h = CreateSemaphore(NULL, 3, 3, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  ReleaseSemaphore(h, n, NULL);
  CloseHandle(h); // TN
}
