// Named semaphores between processes that know nothing but the name, and what
// becomes of them when a process ends without a close.
// RUN: %clang -std=gnu99 -Wall -Wextra -Werror -I %S/../Inputs %os2 %s %libos2 -o %t
// RUN: env SEMTIDY_OS2_DOMAIN=%domain-across %t %t
// RUN: rm -f /dev/shm/semtidy-os2-%domain-across

#include <os2.h>

#include "expect.h"
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

// Runs this program again with a word that says what to do; its exit status.
static int run(const char *self, const char *what) {
  int status;
  pid_t child = fork();
  if (child == 0) {
    execl(self, self, what, (char *)NULL);
    _exit(99);
  }
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int other(const char *what) {
  HSEM h;
  HSYSSEM own;
  if (strcmp(what, "refused") == 0) {
    // Only the process that created it may change an exclusive one.
    EXPECT(DosOpenSem(&h, "\\SEM\\EXCLUSIVE"), NO_ERROR);
    EXPECT(DosSemRequest(h, 0), ERROR_EXCL_SEM_ALREADY_OWNED);
    EXPECT(DosSemSet(h), ERROR_EXCL_SEM_ALREADY_OWNED);
    EXPECT(DosSemClear(h), ERROR_EXCL_SEM_ALREADY_OWNED);
    EXPECT(DosSemSetWait(h, 0), ERROR_EXCL_SEM_ALREADY_OWNED);
    EXPECT(DosCloseSem(h), NO_ERROR);
    EXPECT(DosCloseSem(h), NO_ERROR); // inherited from the parent
    EXPECT(DosCloseSem(h), ERROR_INVALID_HANDLE);
  } else if (strcmp(what, "clear") == 0) {
    usleep(100000);
    EXPECT(DosOpenSem(&h, "\\SEM\\SHARED"), NO_ERROR);
    EXPECT(DosCloseSem(h), ERROR_SEM_IS_SET); // whoever has set it
    EXPECT(DosSemClear(h), NO_ERROR);
    EXPECT(DosCloseSem(h), NO_ERROR);
  } else if (strcmp(what, "die") == 0) {
    EXPECT(DosOpenSem(&h, "\\SEM\\SHARED"), NO_ERROR);
    EXPECT(DosSemRequest(h, 0), NO_ERROR);
    if (!failures)
      raise(SIGKILL);
  } else if (strcmp(what, "exit") == 0) {
    EXPECT(DosOpenSem(&h, "\\SEM\\SHARED"), NO_ERROR);
    EXPECT(DosSemRequest(h, 0), NO_ERROR);
  } else if (strcmp(what, "create") == 0) {
    EXPECT(DosCreateSem(CSEM_PUBLIC, &own, "\\SEM\\ORPHAN"), NO_ERROR);
    if (!failures)
      raise(SIGKILL);
  }
  return failures != 0;
}

int main(int argc, char **argv) {
  const char *self = argv[0];
  HSYSSEM exclusive, shared;
  HSEM h;
  pid_t child;
  int status;
  if (strcmp(argv[1], self) != 0)
    return other(argv[1]);
  (void)argc;

  EXPECT(DosCreateSem(CSEM_PRIVATE, &exclusive, "\\SEM\\EXCLUSIVE"), NO_ERROR);
  EXPECT(run(self, "refused"), 0);
  EXPECT(DosSemRequest(exclusive, 0), NO_ERROR);
  EXPECT(DosSemClear(exclusive), NO_ERROR);
  EXPECT(DosCloseSem(exclusive), NO_ERROR);

  EXPECT(DosCreateSem(CSEM_PUBLIC, &shared, "\\SEM\\SHARED"), NO_ERROR);
  EXPECT(DosSemSet(shared), NO_ERROR);
  child = fork();
  if (child == 0) {
    execl(self, self, "clear", (char *)NULL);
    _exit(99);
  }
  EXPECT(DosSemWait(shared, 10000), NO_ERROR); // woken by another process
  waitpid(child, &status, 0);
  EXPECT(WEXITSTATUS(status), 0);

  // The owner dies: cleared by the system, and the next one is told.
  EXPECT(run(self, "die"), 128 + SIGKILL);
  EXPECT(DosSemRequest(shared, 1000), ERROR_SEM_OWNER_DIED);
  EXPECT(DosSemRequest(shared, 0), NO_ERROR); // and owns it
  EXPECT(DosCloseSem(shared), ERROR_SEM_IS_SET);
  EXPECT(DosSemClear(shared), NO_ERROR); // which resets the condition
  EXPECT(DosSemRequest(shared, 0), NO_ERROR);
  EXPECT(DosSemClear(shared), NO_ERROR);
  EXPECT(run(self, "exit"), 0);
  EXPECT(DosSemRequest(shared, 1000), ERROR_SEM_OWNER_DIED);
  EXPECT(DosSemClear(shared), NO_ERROR);

  // Somebody who waits already is told as well.
  child = fork();
  if (child == 0) {
    execl(self, self, "die", (char *)NULL);
    _exit(99);
  }
  usleep(200000);
  status = DosSemRequest(shared, 10000);
  EXPECT(status == ERROR_SEM_OWNER_DIED, 1);
  waitpid(child, NULL, 0);
  EXPECT(DosSemClear(shared), NO_ERROR);

  // A child has what its parent has open, but owns none of it.
  EXPECT(DosSemRequest(shared, 0), NO_ERROR);
  child = fork();
  if (child == 0) {
    EXPECT(DosSemRequest(shared, 0), ERROR_SEM_TIMEOUT);
    EXPECT(DosCloseSem(shared), ERROR_SEM_IS_SET);
    EXPECT(DosSemClear(shared), NO_ERROR);
    EXPECT(DosCloseSem(shared), NO_ERROR);
    EXPECT(DosCloseSem(shared), ERROR_INVALID_HANDLE);
    exit(failures != 0);
  }
  waitpid(child, &status, 0);
  EXPECT(WEXITSTATUS(status), 0);
  EXPECT(DosCloseSem(shared), NO_ERROR); // the last: it is deleted
  EXPECT(DosOpenSem(&h, "\\SEM\\SHARED"), ERROR_SEM_NOT_FOUND);

  // What a killed process left open is closed.
  EXPECT(run(self, "create"), 128 + SIGKILL);
  EXPECT(DosOpenSem(&h, "\\SEM\\ORPHAN"), ERROR_SEM_NOT_FOUND);
  EXPECT(DosCreateSem(CSEM_PUBLIC, &shared, "\\SEM\\ORPHAN"), NO_ERROR);
  EXPECT(DosCloseSem(shared), NO_ERROR);
  return failures != 0;
}
