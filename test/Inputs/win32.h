//===--- win32.h - Windows synchronisation for tests ------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Declarations of the Windows synchronisation calls, enough to compile tests
/// on any host. Tests that want the real headers use %win32 instead.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_TEST_WIN32_H
#define SEMTIDY_TEST_WIN32_H

#define WINAPI
#ifndef NULL
#ifdef __cplusplus
#define NULL 0
#else
#define NULL ((void *)0)
#endif
#endif
#define TRUE 1
#define FALSE 0
#define INFINITE 0xFFFFFFFFu

typedef int BOOL;
typedef int LONG;
typedef LONG *LPLONG;
typedef unsigned int DWORD;
typedef unsigned long long ULONG_PTR;
typedef const char *LPCSTR;
typedef void *LPVOID;
typedef void *HANDLE;
typedef HANDLE *LPHANDLE;
typedef struct _SECURITY_ATTRIBUTES *LPSECURITY_ATTRIBUTES;
typedef DWORD(WINAPI *LPTHREAD_START_ROUTINE)(LPVOID);

#define INVALID_HANDLE_VALUE ((HANDLE)(ULONG_PTR) - 1)
#define WAIT_OBJECT_0 0u
#define WAIT_ABANDONED 0x80u
#define WAIT_ABANDONED_0 0x80u
#define WAIT_TIMEOUT 0x102u
#define WAIT_FAILED 0xFFFFFFFFu
#define CREATE_MUTEX_INITIAL_OWNER 1
#define MUTEX_ALL_ACCESS 0x1F0001
#define DUPLICATE_SAME_ACCESS 2
#define ERROR_ALREADY_EXISTS 183

typedef struct _RTL_CRITICAL_SECTION {
  void *Debug;
  LONG LockCount;
  LONG RecursionCount;
  HANDLE Owner;
  HANDLE Semaphore;
  ULONG_PTR SpinCount;
} RTL_CRITICAL_SECTION;
typedef RTL_CRITICAL_SECTION CRITICAL_SECTION, *LPCRITICAL_SECTION;

typedef struct _RTL_SRWLOCK {
  void *Ptr;
} RTL_SRWLOCK;
typedef RTL_SRWLOCK SRWLOCK, *PSRWLOCK;
#define SRWLOCK_INIT {0}

typedef struct _RTL_CONDITION_VARIABLE {
  void *Ptr;
} CONDITION_VARIABLE, *PCONDITION_VARIABLE;

#ifdef __cplusplus
extern "C" {
#endif

HANDLE WINAPI CreateMutexA(LPSECURITY_ATTRIBUTES Attributes, BOOL InitialOwner,
                           LPCSTR Name);
HANDLE WINAPI CreateMutexExA(LPSECURITY_ATTRIBUTES Attributes, LPCSTR Name,
                             DWORD Flags, DWORD Access);
HANDLE WINAPI OpenMutexA(DWORD Access, BOOL Inherit, LPCSTR Name);
BOOL WINAPI ReleaseMutex(HANDLE Mutex);
HANDLE WINAPI CreateSemaphoreA(LPSECURITY_ATTRIBUTES Attributes,
                               LONG InitialCount, LONG MaximumCount,
                               LPCSTR Name);
BOOL WINAPI ReleaseSemaphore(HANDLE Semaphore, LONG Count, LPLONG Previous);
HANDLE WINAPI CreateEventA(LPSECURITY_ATTRIBUTES Attributes, BOOL ManualReset,
                           BOOL InitialState, LPCSTR Name);
BOOL WINAPI SetEvent(HANDLE Event);
HANDLE WINAPI CreateThread(LPSECURITY_ATTRIBUTES Attributes, ULONG_PTR Stack,
                           LPTHREAD_START_ROUTINE Start, LPVOID Parameter,
                           DWORD Flags, DWORD *Id);
DWORD WINAPI WaitForSingleObject(HANDLE Object, DWORD Milliseconds);
DWORD WINAPI WaitForSingleObjectEx(HANDLE Object, DWORD Milliseconds,
                                   BOOL Alertable);
DWORD WINAPI WaitForMultipleObjects(DWORD Count, const HANDLE *Objects,
                                    BOOL WaitAll, DWORD Milliseconds);
DWORD WINAPI SignalObjectAndWait(HANDLE ToSignal, HANDLE ToWaitOn,
                                 DWORD Milliseconds, BOOL Alertable);
BOOL WINAPI CloseHandle(HANDLE Object);
HANDLE WINAPI GetCurrentProcess(void);
DWORD WINAPI GetLastError(void);
BOOL WINAPI DuplicateHandle(HANDLE FromProcess, HANDLE From, HANDLE ToProcess,
                            LPHANDLE To, DWORD Access, BOOL Inherit,
                            DWORD Options);

void WINAPI InitializeCriticalSection(LPCRITICAL_SECTION Section);
BOOL WINAPI InitializeCriticalSectionAndSpinCount(LPCRITICAL_SECTION Section,
                                                  DWORD SpinCount);
void WINAPI EnterCriticalSection(LPCRITICAL_SECTION Section);
BOOL WINAPI TryEnterCriticalSection(LPCRITICAL_SECTION Section);
void WINAPI LeaveCriticalSection(LPCRITICAL_SECTION Section);
void WINAPI DeleteCriticalSection(LPCRITICAL_SECTION Section);

void WINAPI InitializeSRWLock(PSRWLOCK Lock);
void WINAPI AcquireSRWLockExclusive(PSRWLOCK Lock);
void WINAPI AcquireSRWLockShared(PSRWLOCK Lock);
void WINAPI ReleaseSRWLockExclusive(PSRWLOCK Lock);
void WINAPI ReleaseSRWLockShared(PSRWLOCK Lock);

void WINAPI InitializeConditionVariable(PCONDITION_VARIABLE Condition);
BOOL WINAPI SleepConditionVariableCS(PCONDITION_VARIABLE Condition,
                                     LPCRITICAL_SECTION Section,
                                     DWORD Milliseconds);

#ifdef __cplusplus
}
#endif

#define CreateMutex CreateMutexA
#define CreateMutexEx CreateMutexExA
#define OpenMutex OpenMutexA
#define CreateSemaphore CreateSemaphoreA
#define CreateEvent CreateEventA

#endif // SEMTIDY_TEST_WIN32_H
