// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

class Spooler {
public:
  bool open() { return DosCreateSem(CSEM_PRIVATE, &Sem, Name) == NO_ERROR; }
  void begin() { DosSemRequest(Sem, SEM_INDEFINITE_WAIT); }
  void end() { DosSemClear(Sem); }
  void close() { DosCloseSem(Sem); }

  void run() {
    begin();
    end();
    close(); // TN
  }

  void runForgetful() {
    begin();
    close(); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'Sem' while it is still set; potential ERROR_SEM_IS_SET (102)
  }

private:
  HSYSSEM Sem;
  char Name[20];
};

void outside(Spooler &S) {
  S.begin();
  S.end();
  S.close(); // TN
}

void outsideForgetful(Spooler &S) {
  S.begin();
  S.close(); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'S.Sem' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void twoObjects(Spooler &A, Spooler &B) {
  A.begin();
  A.end();
  B.close(); // TN
}

class Handle {
public:
  explicit Handle(HANDLE H) : H(H) {}
  ~Handle() {
    if (H)
      CloseHandle(H);
  }
  HANDLE get() const { return H; }

private:
  HANDLE H;
};

void handle() {
  Handle H(CreateMutexA(nullptr, FALSE, nullptr));
  WaitForSingleObject(H.get(), INFINITE);
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'H.get()' while it is still set; potential ERROR_SEM_IS_SET (102)

void handleReleased() {
  Handle H(CreateMutexA(nullptr, FALSE, nullptr));
  WaitForSingleObject(H.get(), INFINITE);
  ReleaseMutex(H.get());
} // TN
