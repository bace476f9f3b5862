// RUN: %check %s
#include "os2.h"

// A RAM semaphore is a number whose address serves as the handle. It is
// never closed; to do so is another mistake than the one looked for here.
void set_and_cleared(void) {
  ULONG ram = 0;
  DosSemSet(&ram);
  DosSemClear(&ram);
} // TN

// It may stay set when its memory ends: nobody can wait for it any more.
void left_set(void) {
  ULONG ram = 0;
  DosSemSet(&ram);
} // TN

void next_to_a_system_semaphore(HSEM h) {
  ULONG ram = 0;
  DosSemSet(h);
  DosSemSet(&ram);
  DosSemClear(&ram);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}
