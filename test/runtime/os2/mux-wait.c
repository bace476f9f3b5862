// DosMuxSemWait sees an edge, where the other waits see a level.
// RUN: %clang -std=gnu99 -Wall -Wextra -Werror -I %S/../Inputs %os2 %s %libos2 -o %t
// RUN: env SEMTIDY_OS2_DOMAIN=%domain-mux %t
// RUN: %if tsan %{ %clang -std=gnu99 -g -fsanitize=thread -I %S/../Inputs %os2 %s %runtime/os2/*.c -o %t %}
// RUN: env SEMTIDY_OS2_DOMAIN=%domain-mux %t
// RUN: rm -f /dev/shm/semtidy-os2-%domain-mux

#include <os2.h>

#include "expect.h"
#include <pthread.h>
#include <unistd.h>

static HSYSSEM sys;
static ULONG ram[3];

static void *pulse(void *sem) {
  usleep(100000);
  DosSemClear(sem); // for a moment only
  DosSemSet(sem);
  return NULL;
}

static void *level(void *rc) {
  *(USHORT *)rc = DosSemWait(&ram[1], 400);
  return NULL;
}

int main(void) {
  MUXSEMLIST list = {4, {{0, &ram[0]}, {0, &ram[1]}, {0, NULL}, {0, &ram[2]}}};
  MUXSEMLIST bad = {1, {{1, &ram[0]}}};
  pthread_t t, w;
  USHORT index = 99, rc = 99;
  EXPECT(DosCreateSem(CSEM_PUBLIC, &sys, "\\SEM\\MUX"), NO_ERROR);
  list.amxs[2].hsem = sys;

  // A clear one ends it at once.
  EXPECT(DosMuxSemWait(&index, &list, SEM_INDEFINITE_WAIT), NO_ERROR);
  EXPECT(index, 0);
  DosSemSet(&ram[0]);
  DosSemSet(&ram[1]);
  EXPECT(DosMuxSemWait(&index, &list, SEM_INDEFINITE_WAIT), NO_ERROR);
  EXPECT(index, 2);
  DosSemSet(sys);
  DosSemSet(&ram[2]);
  EXPECT(DosMuxSemWait(&index, &list, SEM_IMMEDIATE_RETURN), ERROR_SEM_TIMEOUT);
  EXPECT(DosMuxSemWait(&index, &list, 50), ERROR_SEM_TIMEOUT);

  // An edge does too; a wait for the level misses it.
  pthread_create(&w, NULL, level, &rc);
  pthread_create(&t, NULL, pulse, &ram[1]);
  EXPECT(DosMuxSemWait(&index, &list, 10000), NO_ERROR);
  EXPECT(index, 1);
  pthread_join(t, NULL);
  pthread_join(w, NULL);
  EXPECT(rc == ERROR_SEM_TIMEOUT || rc == NO_ERROR, 1);
  pthread_create(&t, NULL, pulse, sys);
  EXPECT(DosMuxSemWait(&index, &list, 10000), NO_ERROR);
  EXPECT(index, 2);
  pthread_join(t, NULL);

  // An edge before the call is lost.
  DosSemClear(&ram[0]);
  DosSemSet(&ram[0]);
  EXPECT(DosMuxSemWait(&index, &list, 50), ERROR_SEM_TIMEOUT);

  EXPECT(DosMuxSemWait(&index, &bad, 0), ERROR_INVALID_LIST_FORMAT);
  bad.cmxs = 17;
  EXPECT(DosMuxSemWait(&index, &bad, 0), ERROR_INVALID_EVENT_COUNT);
  EXPECT(DosSemClear(sys), NO_ERROR);
  EXPECT(DosCloseSem(sys), NO_ERROR);
  EXPECT(DosMuxSemWait(&index, &list, 0), ERROR_INVALID_HANDLE);
  return failures != 0;
}
