// A word of the program's own memory: no owner, no count, no close.
// RUN: %clang -std=gnu99 -Wall -Wextra -Werror -I %S/../Inputs %os2 %s %libos2 -o %t
// RUN: env SEMTIDY_OS2_DOMAIN=%domain-ram %t
// RUN: %if tsan %{ %clang -std=gnu99 -g -fsanitize=thread -I %S/../Inputs %os2 %s %runtime/os2/*.c -o %t %}
// RUN: env SEMTIDY_OS2_DOMAIN=%domain-ram %t
// RUN: rm -f /dev/shm/semtidy-os2-%domain-ram

#include <os2.h>

#include "expect.h"
#include <pthread.h>
#include <signal.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static ULONG word;
static long counter;

static void *count(void *at) {
  (void)at;
  for (int i = 0; i < 5000; i++) {
    DosSemRequest(&word, SEM_INDEFINITE_WAIT);
    counter++;
    DosSemClear(&word);
  }
  return NULL;
}

static void *clear_soon(void *at) {
  usleep(100000);
  DosSemClear(at);
  return NULL;
}

static void nothing(int signal) { (void)signal; }

int main(void) {
  pthread_t t[8];
  struct itimerval often = {{0, 70000}, {0, 70000}};
  struct sigaction action = {0};
  EXPECT(sizeof(ULONG), 4);
  EXPECT(DosSemRequest(&word, SEM_IMMEDIATE_RETURN), NO_ERROR);
  EXPECT(word != 0, 1);
  // It keeps no owner: the same thread waits for itself.
  EXPECT(DosSemRequest(&word, SEM_IMMEDIATE_RETURN), ERROR_SEM_TIMEOUT);
  EXPECT(DosSemRequest(&word, 30), ERROR_SEM_TIMEOUT);
  EXPECT(DosSemWait(&word, 30), ERROR_SEM_TIMEOUT);
  EXPECT(DosSemClear(&word), NO_ERROR);
  EXPECT(word, 0);
  EXPECT(DosSemClear(&word), NO_ERROR);
  EXPECT(DosSemWait(&word, SEM_INDEFINITE_WAIT), NO_ERROR);
  EXPECT(DosSemSet(&word), NO_ERROR);
  EXPECT(DosSemSet(&word), NO_ERROR);
  EXPECT(DosSemSetWait(&word, 30), ERROR_SEM_TIMEOUT);
  EXPECT(word != 0, 1);
  pthread_create(&t[0], NULL, clear_soon, &word);
  EXPECT(DosSemSetWait(&word, SEM_INDEFINITE_WAIT), NO_ERROR);
  EXPECT(word, 0);
  pthread_join(t[0], NULL);
  EXPECT(DosCloseSem(&word), ERROR_INVALID_HANDLE);
  EXPECT(DosSemSet(NULL), ERROR_INVALID_HANDLE);

  for (int i = 0; i < 8; i++)
    pthread_create(&t[i], NULL, count, NULL);
  for (int i = 0; i < 8; i++)
    pthread_join(t[i], NULL);
  EXPECT(counter, 8 * 5000);
  EXPECT(word, 0);

  // A signal ends a wait, if it comes while the thread waits: so several do.
  action.sa_handler = nothing;
  sigaction(SIGALRM, &action, NULL);
  EXPECT(DosSemSet(&word), NO_ERROR);
  setitimer(ITIMER_REAL, &often, NULL);
  EXPECT(DosSemRequest(&word, SEM_INDEFINITE_WAIT), ERROR_INTERRUPT);
  return failures != 0;
}
