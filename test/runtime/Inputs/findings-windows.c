/* Findings in each of the kinds of lock that Windows has. */

#include <windows.h>

void owned_from_birth(void) {
  HANDLE h = CreateMutexA(NULL, TRUE, NULL);
  CloseHandle(h);
}

void owned(void) {
  HANDLE h = CreateMutexW(NULL, FALSE, NULL);
  DWORD rc = WaitForSingleObject(h, 100);
  if (rc == WAIT_OBJECT_0 || rc == WAIT_ABANDONED)
    CloseHandle(h);
}

void taken(void) {
  HANDLE h = CreateSemaphoreA(NULL, 1, 1, NULL);
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h);
}

void entered(CRITICAL_SECTION *section) {
  EnterCriticalSection(section);
  DeleteCriticalSection(section);
}

void tried(CRITICAL_SECTION *section) {
  if (TryEnterCriticalSection(section))
    DeleteCriticalSection(section);
}

/* And what is right. */

void timed_out(void) {
  HANDLE h = CreateMutexA(NULL, FALSE, NULL);
  if (WaitForSingleObject(h, 100) == WAIT_OBJECT_0)
    ReleaseMutex(h);
  CloseHandle(h);
}

void signalled(HANDLE thread) {
  HANDLE event = CreateEventA(NULL, FALSE, FALSE, NULL);
  WaitForSingleObject(event, INFINITE);
  WaitForSingleObject(thread, INFINITE);
  CloseHandle(event);
  CloseHandle(thread);
}

void left(CRITICAL_SECTION *section) {
  EnterCriticalSection(section);
  LeaveCriticalSection(section);
  DeleteCriticalSection(section);
}
