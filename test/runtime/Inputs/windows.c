#include <windows.h>

int use(void);
int use(void) {
  static CRITICAL_SECTION cs;
  static SRWLOCK srw;
  HANDLE h = CreateMutex(NULL, TRUE, NULL), s[2];
  s[0] = CreateSemaphore(NULL, 1, 1, NULL);
  s[1] = OpenMutex(SYNCHRONIZE, FALSE, TEXT("name"));
  WaitForMultipleObjects(2, s, FALSE, 0);
  MsgWaitForMultipleObjectsEx(2, s, 0, QS_ALLINPUT, MWMO_WAITALL);
  ReleaseSemaphore(s[0], 1, NULL);
  ReleaseMutex(h);
  InitializeCriticalSection(&cs);
  EnterCriticalSection(&cs);
  LeaveCriticalSection(&cs);
  DeleteCriticalSection(&cs);
  AcquireSRWLockShared(&srw);
  ReleaseSRWLockShared(&srw);
  return CloseHandle(h);
}
