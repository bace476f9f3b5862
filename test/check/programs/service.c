// RUN: %check %s
#include "win32.h"

typedef struct {
  CRITICAL_SECTION Lock;
  HANDLE Stop;
  HANDLE Limit;
  HANDLE Instance;
  HANDLE Workers[4];
  int Requests;
} SERVICE;

DWORD WINAPI worker(LPVOID);
BOOL serve(int request);
void log_line(LPCSTR);

static void service_close(SERVICE *s) {
  int i;
  for (i = 0; i < 4; i++)
    if (s->Workers[i])
      CloseHandle(s->Workers[i]); // TN
  if (s->Limit)
    CloseHandle(s->Limit); // TN
  if (s->Stop)
    CloseHandle(s->Stop); // TN
  DeleteCriticalSection(&s->Lock); // TN
}

BOOL service_open(SERVICE *s) {
  int i;
  InitializeCriticalSection(&s->Lock);
  s->Instance = NULL;
  s->Stop = CreateEvent(NULL, TRUE, FALSE, NULL);
  s->Limit = CreateSemaphore(NULL, 4, 4, NULL);
  if (!s->Stop || !s->Limit) {
    service_close(s);
    return FALSE;
  }
  for (i = 0; i < 4; i++) {
    s->Workers[i] = CreateThread(NULL, 0, worker, s, 0, NULL);
    if (!s->Workers[i]) {
      SetEvent(s->Stop);
      service_close(s);
      return FALSE;
    }
  }
  return TRUE;
}

BOOL service_request(SERVICE *s, int request) {
  BOOL ok;
  HANDLE v[2];
  v[0] = s->Stop;
  v[1] = s->Limit;
  if (WaitForMultipleObjects(2, v, FALSE, INFINITE) != WAIT_OBJECT_0 + 1)
    return FALSE;
  ok = serve(request);
  EnterCriticalSection(&s->Lock);
  s->Requests++;
  LeaveCriticalSection(&s->Lock);
  ReleaseSemaphore(s->Limit, 1, NULL);
  return ok;
}

void service_stop(SERVICE *s) {
  SetEvent(s->Stop);
  WaitForMultipleObjects(4, s->Workers, TRUE, INFINITE);
  EnterCriticalSection(&s->Lock);
  s->Requests = 0;
  LeaveCriticalSection(&s->Lock);
  service_close(s); // TN
}

void service_stop_held(SERVICE *s) {
  SetEvent(s->Stop);
  WaitForMultipleObjects(4, s->Workers, TRUE, INFINITE);
  EnterCriticalSection(&s->Lock);
  s->Requests = 0;
  service_close(s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's->Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

int run_once(void) {
  SERVICE s;
  HANDLE once = CreateMutex(NULL, TRUE, "Local\\Service");
  if (!once)
    return 1;
  if (GetLastError() == ERROR_ALREADY_EXISTS) {
    log_line("already running");
    CloseHandle(once); // TN
    return 2;
  }
  if (!service_open(&s)) {
    ReleaseMutex(once);
    CloseHandle(once); // TN
    return 3;
  }
  service_request(&s, 1);
  service_stop(&s);
  ReleaseMutex(once);
  CloseHandle(once); // TN
  return 0;
} // TN
