// RUN: %mingw_cxx -std=c++11 -pedantic -Wall -Wextra -Wconversion -Werror -static %confirm %s -o %t.exe
// RUN: env SEMTIDY_OPTIONS=exitcode=0:print_summary=0 %wine %t.exe 2>&1 | %records | FileCheck %s
// REQUIRES: mingw-cxx, wine

#include <windows.h>

static CRITICAL_SECTION cs;
static CONDITION_VARIABLE cv;
static SRWLOCK srw;

static DWORD WINAPI hold(LPVOID) {
  EnterCriticalSection(&cs);
  return 0;
}

int main() {
  InitializeCriticalSection(&cs);
  EnterCriticalSection(&cs);
  EnterCriticalSection(&cs);
  LeaveCriticalSection(&cs);
  DeleteCriticalSection(&cs);
  // CHECK: REPORT close 'cs' (win32-critical-section) at critical-sections.cpp:[[@LINE-1]] in main, DeleteCriticalSection returned None; {{.*}} depth 1, {{.*}} asked True, same thread
  InitializeCriticalSectionAndSpinCount(&cs, 100);
  HANDLE t = CreateThread(nullptr, 0, hold, nullptr, 0, nullptr);
  WaitForSingleObject(t, INFINITE);
  CloseHandle(t);
  DeleteCriticalSection(&cs);
  // CHECK-NEXT: REPORT close 'cs' {{.*}} in hold; {{.*}} other thread
  InitializeCriticalSection(&cs);
  if (TryEnterCriticalSection(&cs))
    LeaveCriticalSection(&cs);
  DeleteCriticalSection(&cs);
  InitializeCriticalSection(&cs);
  InitializeConditionVariable(&cv);
  EnterCriticalSection(&cs);
  SleepConditionVariableCS(&cv, &cs, 10); // times out, and holds it again
  DeleteCriticalSection(&cs);
  // CHECK-NEXT: REPORT close 'cs' {{.*}} set critical-sections.cpp:[[@LINE-2]] in main; depth 1,
  InitializeSRWLock(&srw);
  AcquireSRWLockShared(&srw);
  ReleaseSRWLockShared(&srw);
  AcquireSRWLockExclusive(&srw);
  InitializeSRWLock(&srw);
  // CHECK-NEXT: REPORT reinit 'srw' (win32-srwlock) {{.*}}:[[@LINE-1]] in main,
  // CHECK-NOT: REPORT
}
