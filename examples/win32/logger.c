//===--- logger.c - A log file that several programs share ----------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Programs append to one file under a named mutex. A writer thread empties a
// queue under a critical section and is woken by an event.
//
//===----------------------------------------------------------------------===//

#include <stdio.h>
#include <windows.h>

#define QUEUE_LENGTH 64

typedef struct Logger {
  CRITICAL_SECTION Lock;
  HANDLE Wake;   // auto-reset event
  HANDLE Writer; // thread
  HANDLE Slots;  // semaphore: free places in the queue
  char Lines[QUEUE_LENGTH][128];
  unsigned First, Count;
  BOOL Stopping;
} Logger;

// Appends under the mutex. A program that died while it held the mutex leaves
// it abandoned: the wait then returns WAIT_ABANDONED, and the caller owns it.
// Here the file is given up in that case, and the mutex is closed while owned.
static BOOL appendShared(const char *Path, const char *Line) {
  HANDLE Mutex = CreateMutexA(NULL, FALSE, "Local\\ExampleLog");
  if (Mutex == NULL)
    return FALSE;
  DWORD Result = WaitForSingleObject(Mutex, 5000);
  if (Result == WAIT_ABANDONED) {
    fprintf(stderr, "%s may be damaged\n", Path);
    CloseHandle(Mutex);
    return FALSE;
  }
  if (Result != WAIT_OBJECT_0) {
    CloseHandle(Mutex);
    return FALSE;
  }
  FILE *File = fopen(Path, "a");
  if (File) {
    fprintf(File, "%s\n", Line);
    fclose(File);
  }
  ReleaseMutex(Mutex);
  CloseHandle(Mutex);
  return File != NULL;
}

static DWORD WINAPI writeLines(LPVOID Parameter) {
  Logger *L = Parameter;
  for (;;) {
    WaitForSingleObject(L->Wake, INFINITE);
    EnterCriticalSection(&L->Lock);
    while (L->Count > 0) {
      char Line[128];
      lstrcpynA(Line, L->Lines[L->First], sizeof(Line));
      L->First = (L->First + 1) % QUEUE_LENGTH;
      L->Count--;
      LeaveCriticalSection(&L->Lock);
      appendShared("example.log", Line);
      ReleaseSemaphore(L->Slots, 1, NULL);
      EnterCriticalSection(&L->Lock);
    }
    BOOL Done = L->Stopping;
    LeaveCriticalSection(&L->Lock);
    if (Done)
      return 0;
  }
}

// The section is entered before the thread is started, and one way out of the
// failure leaves it entered.
static BOOL startLogger(Logger *L) {
  ZeroMemory(L, sizeof(*L));
  InitializeCriticalSection(&L->Lock);
  L->Wake = CreateEventA(NULL, FALSE, FALSE, NULL);
  L->Slots = CreateSemaphoreA(NULL, QUEUE_LENGTH, QUEUE_LENGTH, NULL);
  EnterCriticalSection(&L->Lock);
  if (L->Wake == NULL || L->Slots == NULL)
    goto fail;
  L->Writer = CreateThread(NULL, 0, writeLines, L, 0, NULL);
  if (L->Writer == NULL)
    goto fail;
  LeaveCriticalSection(&L->Lock);
  return TRUE;

fail:
  if (L->Wake)
    CloseHandle(L->Wake);
  if (L->Slots)
    CloseHandle(L->Slots);
  DeleteCriticalSection(&L->Lock);
  return FALSE;
}

static BOOL addLine(Logger *L, const char *Line) {
  if (WaitForSingleObject(L->Slots, 1000) != WAIT_OBJECT_0)
    return FALSE;
  EnterCriticalSection(&L->Lock);
  lstrcpynA(L->Lines[(L->First + L->Count) % QUEUE_LENGTH], Line, 128);
  L->Count++;
  LeaveCriticalSection(&L->Lock);
  return SetEvent(L->Wake);
}

// Waiting for an event or a thread owns nothing: these closes are right.
static void stopLogger(Logger *L) {
  EnterCriticalSection(&L->Lock);
  L->Stopping = TRUE;
  LeaveCriticalSection(&L->Lock);
  SetEvent(L->Wake);
  WaitForSingleObject(L->Writer, INFINITE);
  CloseHandle(L->Writer);
  CloseHandle(L->Wake);
  CloseHandle(L->Slots);
  DeleteCriticalSection(&L->Lock);
}

int main(void) {
  static Logger L;
  HANDLE Single = CreateMutexA(NULL, TRUE, "Local\\ExampleLogger");
  if (Single == NULL)
    return 1;
  if (GetLastError() == ERROR_ALREADY_EXISTS) {
    CloseHandle(Single); // somebody else's: not owned here
    return 2;
  }
  if (startLogger(&L)) {
    addLine(&L, "started");
    stopLogger(&L);
  }
  ReleaseMutex(Single);
  CloseHandle(Single);
  return 0;
}
