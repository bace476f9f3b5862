// RUN: %check %s
#include "win32.h"
#include <fcntl.h>
#include <semaphore.h>

// The mutex lives on by its other handle, which releases it (a test of Wine).
void one_of_two_closed(void) {
  HANDLE made = CreateMutexA(NULL, FALSE, "Local\\once");
  HANDLE opened = OpenMutexA(MUTEX_ALL_ACCESS, FALSE, "Local\\once");
  if (!made || !opened)
    return;
  WaitForSingleObject(opened, INFINITE);
  CloseHandle(opened); // TN
  ReleaseMutex(made);
  CloseHandle(made); // TN
}

void released_by_the_other(void) {
  HANDLE made = CreateMutexA(NULL, FALSE, "Local\\once");
  HANDLE opened = OpenMutexA(MUTEX_ALL_ACCESS, FALSE, "Local\\once");
  if (!made || !opened)
    return;
  WaitForSingleObject(opened, INFINITE);
  ReleaseMutex(made);
  CloseHandle(made);   // TN
  CloseHandle(opened); // TN
}

void two_names(void) {
  HANDLE made = CreateMutexA(NULL, FALSE, "Local\\once");
  HANDLE opened = OpenMutexA(MUTEX_ALL_ACCESS, FALSE, "Local\\twice");
  if (!made || !opened)
    return;
  WaitForSingleObject(opened, INFINITE);
  CloseHandle(opened); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'opened' while it is still set; potential ERROR_SEM_IS_SET (102)
  CloseHandle(made); // TN
}

// One that was not made is no other handle.
void made_only_if_it_cannot_be_opened(void) {
  HANDLE h = OpenMutexA(MUTEX_ALL_ACCESS, FALSE, "Local\\once");
  if (!h)
    h = CreateMutexA(NULL, FALSE, "Local\\once");
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void made_again(int c) {
  sem_t *s = sem_open("/limit", O_CREAT | O_EXCL, 0600, 1);
  if (s == SEM_FAILED)
    s = sem_open("/limit", O_CREAT, 0600, 1);
  if (s == SEM_FAILED)
    return;
  sem_wait(s);
  if (c)
    sem_post(s);
  sem_close(s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void one_each_round(int n) {
  for (int i = 0; i < n; i++) {
    HANDLE h = CreateMutexA(NULL, FALSE, "Local\\once");
    if (!h)
      return;
    WaitForSingleObject(h, INFINITE);
    CloseHandle(h); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  }
}

// A name that a helper is given is another one in each call.
static HANDLE named(const char *name) {
  return CreateMutexA(NULL, FALSE, name);
}

void by_a_helper(void) {
  HANDLE a = named("Local\\a"), b = named("Local\\b");
  if (!a || !b)
    return;
  WaitForSingleObject(a, INFINITE);
  CloseHandle(a); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'a' while it is still set; potential ERROR_SEM_IS_SET (102)
  CloseHandle(b); // TN
}

void other_one_closed_before(void) {
  HANDLE made = CreateMutexA(NULL, FALSE, "Local\\once");
  HANDLE opened = OpenMutexA(MUTEX_ALL_ACCESS, FALSE, "Local\\once");
  if (!made || !opened)
    return;
  CloseHandle(made); // TN
  WaitForSingleObject(opened, INFINITE);
  CloseHandle(opened); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'opened' while it is still set; potential ERROR_SEM_IS_SET (102)
}
