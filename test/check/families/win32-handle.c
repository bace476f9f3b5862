// RUN: %check %s
// The real headers are used in the Windows tests; this is their shape.
typedef void *HANDLE;
typedef HANDLE *LPHANDLE;
typedef int BOOL;
typedef unsigned long DWORD;
typedef long LONG, NTSTATUS;
typedef const char *LPCSTR;
typedef unsigned char BOOLEAN;
#define WINAPI
#define INFINITE 0xFFFFFFFF
#define WAIT_OBJECT_0 0UL
#define WAIT_ABANDONED 0x80UL
#define WAIT_TIMEOUT 258L
#define CREATE_MUTEX_INITIAL_OWNER 1
#define TRUE 1
#define FALSE 0
#define NULL ((void *)0)
HANDLE WINAPI CreateMutexA(void *attributes, BOOL owner, LPCSTR name);
HANDLE WINAPI CreateMutexExA(void *attributes, LPCSTR name, DWORD flags, DWORD access);
HANDLE WINAPI CreateSemaphoreA(void *attributes, LONG initial, LONG maximum, LPCSTR name);
HANDLE WINAPI CreateEventA(void *attributes, BOOL manual, BOOL state, LPCSTR name);
HANDLE WINAPI CreateThread(void *a, unsigned long s, DWORD (*f)(void *), void *p, DWORD c, DWORD *id);
DWORD WINAPI WaitForSingleObject(HANDLE h, DWORD ms);
DWORD WINAPI WaitForMultipleObjects(DWORD n, const HANDLE *h, BOOL all, DWORD ms);
DWORD WINAPI SignalObjectAndWait(HANDLE signal, HANDLE wait, DWORD ms, BOOL alertable);
BOOL WINAPI ReleaseMutex(HANDLE h);
BOOL WINAPI ReleaseSemaphore(HANDLE h, LONG n, LONG *previous);
BOOL WINAPI DuplicateHandle(HANDLE sp, HANDLE s, HANDLE tp, LPHANDLE t, DWORD a, BOOL i, DWORD o);
HANDLE WINAPI GetCurrentProcess(void);
BOOL WINAPI CloseHandle(HANDLE h);
NTSTATUS NtCreateMutant(HANDLE *h, DWORD access, void *attributes, BOOLEAN owner);
NTSTATUS NtReleaseMutant(HANDLE h, LONG *previous);
NTSTATUS NtClose(HANDLE h);
#define CreateMutex CreateMutexA
#define CreateMutexEx CreateMutexExA
#define CreateSemaphore CreateSemaphoreA
#define CreateEvent CreateEventA

void owned_from_birth(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'h' while it {{(is still|may still be)}} set; potential ERROR_SEM_IS_SET (102)
}

void owned_by_flag(void) {
  HANDLE h = CreateMutexEx(NULL, NULL, CREATE_MUTEX_INITIAL_OWNER, 0);
  if (!h)
    return;
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void born_free(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  CloseHandle(h); // TN
}

void abandoned_is_acquired(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (WaitForSingleObject(h, INFINITE) == WAIT_ABANDONED)
    CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void timed_out(void) {
  HANDLE h = CreateMutex(NULL, FALSE, NULL);
  if (WaitForSingleObject(h, 10) == WAIT_TIMEOUT)
    CloseHandle(h); // TN
}

void waits_for_a_thread(DWORD (*f)(void *)) {
  HANDLE t = CreateThread(NULL, 0, f, NULL, 0, NULL);
  WaitForSingleObject(t, INFINITE);
  CloseHandle(t); // TN
}

void waits_for_an_event(void) {
  HANDLE e = CreateEvent(NULL, FALSE, FALSE, NULL);
  WaitForSingleObject(e, INFINITE);
  CloseHandle(e); // TN
}

void unknown_creator(HANDLE h) {
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TN
}

void permit(void) {
  HANDLE h = CreateSemaphore(NULL, 1, 1, NULL);
  if (!h)
    return;
  if (WaitForSingleObject(h, INFINITE) == WAIT_OBJECT_0)
    CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void signal(void) {
  HANDLE h = CreateSemaphore(NULL, 0, 1, NULL);
  WaitForSingleObject(h, INFINITE);
  CloseHandle(h); // TN
}

void two_back_at_once(void) {
  HANDLE h = CreateSemaphore(NULL, 2, 2, NULL);
  WaitForSingleObject(h, INFINITE);
  WaitForSingleObject(h, INFINITE);
  ReleaseSemaphore(h, 2, NULL);
  CloseHandle(h); // TN
}

void all_of_two(void) {
  HANDLE h[2];
  h[0] = CreateMutex(NULL, FALSE, NULL);
  h[1] = CreateMutex(NULL, FALSE, NULL);
  if (WaitForMultipleObjects(2, h, TRUE, INFINITE) == WAIT_OBJECT_0) {
    ReleaseMutex(h[0]);
    CloseHandle(h[0]); // TN
    CloseHandle(h[1]); // TP
    // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'h[1]' while it is still set; potential ERROR_SEM_IS_SET (102)
  }
}

void one_of_two(void) {
  HANDLE h[2];
  h[0] = CreateMutex(NULL, FALSE, NULL);
  h[1] = CreateMutex(NULL, FALSE, NULL);
  if (WaitForMultipleObjects(2, h, FALSE, INFINITE) == WAIT_OBJECT_0 + 1)
    CloseHandle(h[0]); // TN
}

void passes_on(void) {
  HANDLE a = CreateMutex(NULL, FALSE, NULL);
  HANDLE b = CreateMutex(NULL, FALSE, NULL);
  WaitForSingleObject(a, INFINITE);
  SignalObjectAndWait(a, b, INFINITE, FALSE);
  CloseHandle(a); // TN
  ReleaseMutex(b);
  CloseHandle(b); // TN
}

// The second call fails, and takes nothing: the count of the first is at its
// maximum, and that of the second at zero (a test of Wine).
void signals_one_that_is_full(void) {
  HANDLE a = CreateSemaphoreA(NULL, 0, 1, NULL);
  HANDLE b = CreateSemaphoreA(NULL, 1, 1, NULL);
  SignalObjectAndWait(a, b, 0, FALSE);
  SignalObjectAndWait(a, b, 0, FALSE);
  ReleaseSemaphore(b, 1, NULL);
  CloseHandle(b); // TN
  CloseHandle(a); // TN
}

void signals_once(void) {
  HANDLE a = CreateSemaphoreA(NULL, 0, 1, NULL);
  HANDLE b = CreateSemaphoreA(NULL, 1, 1, NULL);
  SignalObjectAndWait(a, b, 0, FALSE);
  ReleaseSemaphore(b, 1, NULL);
  CloseHandle(b); // TN
  CloseHandle(a); // TN
}

// The other handle still owns it; this close loses nothing.
void duplicated(HANDLE *out) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  DuplicateHandle(GetCurrentProcess(), h, GetCurrentProcess(), out, 0, FALSE, 2);
  CloseHandle(h); // TN
}

void native(void) {
  HANDLE h;
  if (NtCreateMutant(&h, 0, NULL, TRUE) < 0)
    return;
  NtClose(h); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void native_released(void) {
  HANDLE h;
  if (NtCreateMutant(&h, 0, NULL, TRUE) < 0)
    return;
  NtReleaseMutant(h, NULL);
  NtClose(h); // TN
}
