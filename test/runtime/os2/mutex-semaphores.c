// OS/2 2.x: 301 where 1.x has 102.
// RUN: %clang -std=gnu99 -Wall -Wextra -Werror -I %S/../Inputs %os2 %s %libos2 -o %t
// RUN: env SEMTIDY_OS2_DOMAIN=%domain-mutex %t
// RUN: rm -f /dev/shm/semtidy-os2-%domain-mutex

#include <os2.h>

#include "expect.h"
#include <pthread.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

static HMTX m;

static void *not_mine(void *at) {
  (void)at;
  EXPECT(DosRequestMutexSem(m, 0), ERROR_TIMEOUT);
  EXPECT(DosReleaseMutexSem(m), ERROR_NOT_OWNER);
  EXPECT(DosCloseMutexSem(m), ERROR_SEM_BUSY); // the final close of an owned one
  return NULL;
}

static void *wait_for_it(void *at) {
  (void)at;
  EXPECT(DosRequestMutexSem(m, (ULONG)SEM_INDEFINITE_WAIT), NO_ERROR);
  EXPECT(DosReleaseMutexSem(m), NO_ERROR);
  return NULL;
}

int main(void) {
  HMTX other;
  PID pid;
  TID tid;
  ULONG count;
  pthread_t t;
  pid_t child;
  EXPECT(DosCreateMutexSem(NULL, &m, 0, TRUE), NO_ERROR); // owned from birth
  EXPECT(DosCloseMutexSem(m), ERROR_SEM_BUSY);
  EXPECT(DosRequestMutexSem(m, 0), NO_ERROR);
  EXPECT(DosQueryMutexSem(m, &pid, &tid, &count), NO_ERROR);
  EXPECT(count, 2);
  EXPECT(pid, (PID)getpid());
  EXPECT(DosReleaseMutexSem(m), NO_ERROR);
  EXPECT(DosCloseMutexSem(m), 301);
  pthread_create(&t, NULL, not_mine, NULL);
  pthread_join(t, NULL);
  pthread_create(&t, NULL, wait_for_it, NULL);
  usleep(100000);
  EXPECT(DosReleaseMutexSem(m), NO_ERROR);
  pthread_join(t, NULL);
  EXPECT(DosReleaseMutexSem(m), ERROR_NOT_OWNER);
  EXPECT(DosCloseMutexSem(m), NO_ERROR);
  EXPECT(DosCloseMutexSem(m), ERROR_INVALID_HANDLE);

  EXPECT(DosCreateMutexSem("\\SEM32\\M", &m, 0, FALSE), NO_ERROR);
  EXPECT(DosCreateMutexSem("\\SEM32\\M", &other, 0, FALSE), ERROR_DUPLICATE_NAME);
  EXPECT(DosCreateMutexSem("\\SEM\\M", &other, 0, FALSE), ERROR_INVALID_NAME);
  EXPECT(DosCreateMutexSem(NULL, &other, 2, FALSE), ERROR_INVALID_PARAMETER);
  EXPECT(DosOpenMutexSem("\\SEM32\\NO", &other), ERROR_SEM_NOT_FOUND);
  EXPECT(DosOpenMutexSem("\\SEM32\\M", &other), NO_ERROR);
  EXPECT(DosRequestMutexSem(m, 100), NO_ERROR);
  EXPECT(DosCloseMutexSem(other), ERROR_SEM_BUSY); // by its owner, though not final
  EXPECT(DosReleaseMutexSem(m), NO_ERROR);
  EXPECT(DosCloseMutexSem(other), NO_ERROR);

  // After its owner has died it can only be closed.
  child = fork();
  if (child == 0) {
    DosRequestMutexSem(m, 0);
    raise(SIGKILL);
  }
  waitpid(child, NULL, 0);
  EXPECT(DosRequestMutexSem(m, 1000), ERROR_SEM_OWNER_DIED);
  EXPECT(DosRequestMutexSem(m, 1000), ERROR_SEM_OWNER_DIED);
  EXPECT(DosCloseMutexSem(m), NO_ERROR);
  return failures != 0;
}
