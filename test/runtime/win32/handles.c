// Windows for real: built with mingw, run under Wine. CloseHandle says TRUE.
// RUN: %mingw_cc -std=c99 -pedantic -Wall -Wextra -Wconversion -Werror %confirm %s -o %t.exe
// RUN: env SEMTIDY_OPTIONS=exitcode=0:print_summary=0 %wine %t.exe > %t.out 2> %t.err
// RUN: FileCheck %s -check-prefix=PROGRAM < %t.out
// RUN: %records < %t.err | FileCheck %s
// REQUIRES: mingw, wine

#include <windows.h>

#include <stdio.h>

static HANDLE m;

static DWORD WINAPI take(LPVOID at) {
  WaitForSingleObject(m, INFINITE);
  (void)at;
  return 0;
}

static void mutexes(void) {
  HANDLE t, both[2];
  m = CreateMutex(NULL, TRUE, NULL);
  printf("CloseHandle: %d\n", CloseHandle(m));
  // PROGRAM: CloseHandle: 1
  // CHECK: REPORT close 'm' (win32-handle) at handles.c:[[@LINE-2]] in mutexes, CloseHandle returned 1; created handles.c:[[@LINE-3]] in mutexes; set handles.c:[[@LINE-3]] in mutexes; depth 1,
  m = CreateMutexW(NULL, FALSE, NULL);
  WaitForSingleObject(m, INFINITE);
  WaitForSingleObject(m, INFINITE);
  ReleaseMutex(m);
  CloseHandle(m);
  // CHECK-NEXT: REPORT close 'm' {{.*}} depth 1,
  m = CreateMutexA(NULL, FALSE, NULL);
  t = CreateThread(NULL, 0, take, NULL, 0, NULL);
  WaitForSingleObject(t, INFINITE); // a thread is no semaphore
  CloseHandle(t);
  WaitForSingleObject(m, INFINITE); // WAIT_ABANDONED: acquired
  CloseHandle(m);
  // CHECK-NEXT: REPORT close 'm' {{.*}} set handles.c:[[@LINE-2]] in mutexes;
  m = CreateMutexA(NULL, FALSE, NULL);
  DuplicateHandle(GetCurrentProcess(), m, GetCurrentProcess(), &both[0], 0,
                  FALSE, DUPLICATE_SAME_ACCESS);
  both[1] = CreateEvent(NULL, TRUE, TRUE, NULL);
  WaitForMultipleObjects(2, both, TRUE, INFINITE);
  CloseHandle(both[0]); // m stays open
  CloseHandle(both[1]);
  CloseHandle(m);
  // CHECK-NEXT: REPORT close 'm' {{.*}} set handles.c:[[@LINE-4]] in mutexes;
}

static void named(void) {
  HANDLE first = CreateMutexA(NULL, TRUE, "semtidy-test");
  HANDLE second = CreateMutexA(NULL, TRUE, "semtidy-test");
  printf("exists: %d\n", GetLastError() == ERROR_ALREADY_EXISTS);
  // PROGRAM-NEXT: exists: 1
  CloseHandle(second); // was not owned through this creation
  ReleaseMutex(first);
  CloseHandle(first);
}

static void semaphores(void) {
  HANDLE s = CreateSemaphore(NULL, 2, 2, NULL), t;
  WaitForSingleObject(s, INFINITE);
  WaitForSingleObjectEx(s, INFINITE, FALSE);
  printf("timeout: %d\n", WaitForSingleObject(s, 0) == WAIT_TIMEOUT);
  // PROGRAM-NEXT: timeout: 1
  ReleaseSemaphore(s, 1, NULL);
  CloseHandle(s);
  // CHECK-NEXT: REPORT close 's' (win32-handle) {{.*}} permits 1 of 2
  s = CreateSemaphore(NULL, 0, 5, NULL); // for signalling
  ReleaseSemaphore(s, 3, NULL);
  WaitForSingleObject(s, INFINITE);
  CloseHandle(s);
  s = CreateSemaphore(NULL, 3, 3, NULL);
  WaitForSingleObject(s, INFINITE);
  WaitForSingleObject(s, INFINITE);
  ReleaseSemaphore(s, 2, NULL);
  SetLastError(1234);
  ReleaseSemaphore(s, 2, NULL); // fails: above the maximum
  printf("error kept: %d\n", GetLastError() == ERROR_TOO_MANY_POSTS);
  // PROGRAM-NEXT: error kept: 1
  CloseHandle(s);
  s = CreateSemaphore(NULL, 1, 1, NULL);
  t = CreateMutex(NULL, TRUE, NULL);
  SignalObjectAndWait(t, s, INFINITE, FALSE);
  CloseHandle(t); // released by the signal
  CloseHandle(s);
  // CHECK-NEXT: REPORT close 's' {{.*}} set handles.c:[[@LINE-3]] in semaphores; {{.*}} permits 1 of 1
}

int main(void) {
  mutexes();
  named();
  semaphores();
  // CHECK-NOT: REPORT
  return 0;
}
