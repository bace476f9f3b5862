// RUN: %check %s
#include "os2.h"

// The names that 32-bit programs and the import library use.
USHORT DOSSEMSET(HSEM h);
USHORT DOSSEMCLEAR(HSEM h);
USHORT DOSCLOSESEM(HSEM h);
USHORT Dos16SemSet(HSEM h);
USHORT Dos16SemClear(HSEM h);
USHORT Dos16CloseSem(HSEM h);

void import_library(HSEM h) {
  DOSSEMSET(h);
  DOSCLOSESEM(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void import_library_cleared(HSEM h) {
  DOSSEMSET(h);
  DOSSEMCLEAR(h);
  DOSCLOSESEM(h); // TN
}

void thunks(HSEM h) {
  Dos16SemSet(h);
  Dos16CloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void thunks_cleared(HSEM h) {
  Dos16SemSet(h);
  Dos16SemClear(h);
  Dos16CloseSem(h); // TN
}
