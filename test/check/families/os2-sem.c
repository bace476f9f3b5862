// RUN: %check %s
// OS/2 1.x: 16-bit types, and the macro layer of a 32-bit header for them.
typedef unsigned short USHORT;
typedef long LONG;
typedef unsigned long ULONG;
typedef char *PSZ;
typedef void *HSEM;
typedef HSEM *PHSEM;
typedef unsigned long LHANDLE;
typedef LHANDLE HSYSSEM;
typedef HSYSSEM *PHSYSSEM;
typedef USHORT *PHTIMER;
#define APIENTRY
#define CSEM_PRIVATE 0
#define CSEM_PUBLIC 1
#define SEM_INDEFINITE_WAIT -1L
#define SEM_IMMEDIATE_RETURN 0L
#define ERROR_SEM_IS_SET 102
USHORT APIENTRY DosCreateSem(USHORT fExclusive, PHSYSSEM phsem, PSZ name);
USHORT APIENTRY DosSemSet(HSEM h);
USHORT APIENTRY DosSemClear(HSEM h);
USHORT APIENTRY DosSemRequest(HSEM h, LONG timeout);
USHORT APIENTRY DosSemSetWait(HSEM h, LONG timeout);
USHORT APIENTRY DosSemWait(HSEM h, LONG timeout);
USHORT APIENTRY DosTimerAsync(ULONG interval, HSEM h, PHTIMER timer);
USHORT APIENTRY DosCloseSem(HSEM h);
USHORT APIENTRY DOS16SEMSET(HSEM h);
USHORT APIENTRY DOS16CLOSESEM(HSEM h);
#define SemRaise(h) DOS16SEMSET(h)
#define SemEnd(h) DOS16CLOSESEM(h)

void set_then_close(HSEM h) {
  DosSemSet(h);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void cleared(HSEM h) {
  DosSemSet(h);
  DosSemClear(h);
  DosCloseSem(h); // TN
}

void requested(void) {
  HSYSSEM sys;
  if (DosCreateSem(CSEM_PRIVATE, &sys, "\\SEM\\A"))
    return;
  DosSemRequest((HSEM)sys, SEM_INDEFINITE_WAIT);
  DosSemWait((HSEM)sys, 10L);
  DosCloseSem((HSEM)sys); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'sys' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void request_failed(HSEM h) {
  if (DosSemRequest(h, SEM_IMMEDIATE_RETURN) != 0) {
    DosCloseSem(h); // TN
    return;
  }
  DosSemClear(h);
  DosCloseSem(h); // TN
}

// An exclusive semaphore counts the requests of its owner.
void exclusive_counts(void) {
  HSYSSEM sys;
  if (DosCreateSem(CSEM_PRIVATE, &sys, "\\SEM\\A"))
    return;
  DosSemRequest((HSEM)sys, SEM_INDEFINITE_WAIT);
  DosSemRequest((HSEM)sys, SEM_INDEFINITE_WAIT);
  DosSemClear((HSEM)sys);
  DosCloseSem((HSEM)sys); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'sys' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void exclusive_balanced(void) {
  HSYSSEM sys;
  if (DosCreateSem(CSEM_PRIVATE, &sys, "\\SEM\\A"))
    return;
  DosSemRequest((HSEM)sys, SEM_INDEFINITE_WAIT);
  DosSemRequest((HSEM)sys, SEM_INDEFINITE_WAIT);
  DosSemClear((HSEM)sys);
  DosSemClear((HSEM)sys);
  DosCloseSem((HSEM)sys); // TN
}

void waited_until_cleared(HSEM h) {
  if (DosSemSetWait(h, 1000L) == 0)
    DosCloseSem(h); // TN
}

void timed_out(HSEM h) {
  if (DosSemSetWait(h, 1000L) != 0)
    DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// The timer clears it.
void given_to_a_timer(HSEM h, PHTIMER t) {
  DosSemSet(h);
  DosTimerAsync(500UL, h, t);
  DosCloseSem(h); // TN
}

void reacts(HSEM h) {
  DosSemSet(h);
  if (DosCloseSem(h) == ERROR_SEM_IS_SET) { // TN
    DosSemClear(h);
    DosCloseSem(h); // TN
  }
}

void other_spelling(HSEM h) {
  SemRaise(h);
  SemEnd(h); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
