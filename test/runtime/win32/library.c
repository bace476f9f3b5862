// One state in the process: locked in a DLL, closed in the program.
// RUN: rm -rf %t.d && mkdir %t.d && cd %t.d
// RUN: %mingw_cc -std=c99 -DDLL -shared -static-libgcc %confirm %s -o library.dll
// RUN: %mingw_cc -std=c99 %confirm %s -o main.exe
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %wine main.exe library.dll > %t.out 2>&1
// RUN: %records < %t.out | FileCheck %s
// RUN: FileCheck %s -check-prefix=SUM < %t.out
// REQUIRES: mingw, wine
//
// SUM: SUMMARY: SemTidy: closes seen: 3, of a set semaphore: 1,
// SUM-NOT: SUMMARY

#include <windows.h>

#ifdef DLL
__declspec(dllexport) void enter(CRITICAL_SECTION *cs) {
  EnterCriticalSection(cs);
}
__declspec(dllexport) void leave(CRITICAL_SECTION *cs) {
  LeaveCriticalSection(cs);
}
#else
typedef void (*function)(CRITICAL_SECTION *);

int main(int argc, char **argv) {
  CRITICAL_SECTION cs;
  HMODULE library = LoadLibraryA(argv[argc - 1]);
  function enter = (function)(void *)GetProcAddress(library, "enter");
  function leave = (function)(void *)GetProcAddress(library, "leave");
  InitializeCriticalSection(&cs);
  enter(&cs);
  DeleteCriticalSection(&cs);
  // CHECK: REPORT close 'cs' {{.*}}:[[@LINE-1]] in main, {{.*}} set library.c:[[#]] in enter; depth 1, {{.*}} same thread
  InitializeCriticalSection(&cs);
  EnterCriticalSection(&cs);
  leave(&cs);
  DeleteCriticalSection(&cs);
  InitializeCriticalSection(&cs);
  enter(&cs);
  LeaveCriticalSection(&cs);
  DeleteCriticalSection(&cs);
  // CHECK-NOT: REPORT
  FreeLibrary(library);
  return 0;
}
#endif
