// Each rule of docs/runtime.md on system semaphores, in one process.
// RUN: %clang -std=gnu99 -Wall -Wextra -Werror -I %S/../Inputs %os2 %s %libos2 -o %t
// RUN: env SEMTIDY_OS2_DOMAIN=%domain-system %t
// RUN: %if tsan %{ %clang -std=gnu99 -g -fsanitize=thread -I %S/../Inputs %os2 %s %runtime/os2/*.c -o %t %}
// RUN: env SEMTIDY_OS2_DOMAIN=%domain-system %t
// RUN: rm -f /dev/shm/semtidy-os2-%domain-system

#define INCL_DOSSEMAPHORES
#include <os2.h>

#include "expect.h"
#include <pthread.h>
#include <time.h>

static HSYSSEM shared;

static long elapsed_ms(const struct timespec *since) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (now.tv_sec - since->tv_sec) * 1000 +
         (now.tv_nsec - since->tv_nsec) / 1000000;
}

static void names(void) {
  HSYSSEM h, other;
  HSEM o;
  EXPECT(DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\NAMES"), NO_ERROR);
  EXPECT(DosCreateSem(CSEM_PUBLIC, &other, "\\sem\\names"), ERROR_ALREADY_EXISTS);
  EXPECT(DosCreateSem(CSEM_PUBLIC, &other, "NAMES"), ERROR_INVALID_NAME);
  EXPECT(DosCreateSem(CSEM_PUBLIC, &other, "\\SEM\\"), ERROR_INVALID_NAME);
  EXPECT(DosCreateSem(CSEM_PUBLIC, &other, NULL), ERROR_INVALID_NAME);
  EXPECT(DosCreateSem(2, &other, "\\SEM\\X"), ERROR_INVALID_PARAMETER);
  EXPECT(DosOpenSem(&o, "\\SEM\\NONE"), ERROR_SEM_NOT_FOUND);
  EXPECT(DosOpenSem(&o, "NONE"), ERROR_INVALID_NAME);
  EXPECT(DosOpenSem(&o, "\\Sem\\Names"), NO_ERROR);
  EXPECT(o == h, 1); // "the same as the handle returned by DosCreateSem"
  EXPECT(DosCloseSem(o), NO_ERROR);
  EXPECT(DosSemSet(h), NO_ERROR); // still open
  EXPECT(DosSemClear(h), NO_ERROR);
  EXPECT(DosCloseSem(h), NO_ERROR);
  EXPECT(DosCloseSem(h), ERROR_INVALID_HANDLE);
  EXPECT(DosSemSet(h), ERROR_INVALID_HANDLE);
  EXPECT(DosOpenSem(&o, "\\SEM\\NAMES"), ERROR_SEM_NOT_FOUND); // deleted
  EXPECT(DosCreateSem(CSEM_PUBLIC, &other, "\\SEM\\NAMES"), NO_ERROR);
  EXPECT(other == h, 0); // a stale handle stays stale
  EXPECT(DosCloseSem(other), NO_ERROR);
}

static void closing_while_set(void) {
  HSYSSEM h;
  for (USHORT kind = CSEM_PRIVATE; kind <= CSEM_PUBLIC; kind++) {
    EXPECT(DosCreateSem(kind, &h, "\\SEM\\CLOSING"), NO_ERROR);
    EXPECT(DosSemSet(h), NO_ERROR);
    EXPECT(DosCloseSem(h), ERROR_SEM_IS_SET);
    EXPECT(DosCloseSem(h), 102); // it stays open, and set
    EXPECT(DosSemClear(h), NO_ERROR);
    EXPECT(DosCloseSem(h), NO_ERROR);

    EXPECT(DosCreateSem(kind, &h, "\\SEM\\CLOSING"), NO_ERROR);
    EXPECT(DosSemRequest(h, SEM_INDEFINITE_WAIT), NO_ERROR);
    EXPECT(DosCloseSem(h), ERROR_SEM_IS_SET);
    EXPECT(DosSemClear(h), NO_ERROR);
    EXPECT(DosCloseSem(h), NO_ERROR);

    // Born clear; a wait that timed out leaves it set.
    EXPECT(DosCreateSem(kind, &h, "\\SEM\\CLOSING"), NO_ERROR);
    EXPECT(DosSemSetWait(h, 20), ERROR_SEM_TIMEOUT);
    EXPECT(DosCloseSem(h), ERROR_SEM_IS_SET);
    EXPECT(DosSemClear(h), NO_ERROR);
    EXPECT(DosCloseSem(h), NO_ERROR);
  }
}

static void *request_now(void *rc) {
  *(USHORT *)rc = DosSemRequest(shared, SEM_IMMEDIATE_RETURN);
  return NULL;
}
static void *set_it(void *rc) {
  *(USHORT *)rc = DosSemSet(shared);
  return NULL;
}
static void *set_and_wait(void *rc) {
  *(USHORT *)rc = DosSemSetWait(shared, SEM_IMMEDIATE_RETURN);
  return NULL;
}
static void *clear_it(void *rc) {
  *(USHORT *)rc = DosSemClear(shared);
  return NULL;
}

static USHORT in_another_thread(void *(*what)(void *)) {
  pthread_t t;
  USHORT rc;
  pthread_create(&t, NULL, what, &rc);
  pthread_join(t, NULL);
  return rc;
}

// Owned by a thread, counted, and set only by its owner.
static void exclusive(void) {
  EXPECT(DosCreateSem(CSEM_PRIVATE, &shared, "\\SEM\\EXCL"), NO_ERROR);
  EXPECT(DosSemRequest(shared, SEM_IMMEDIATE_RETURN), NO_ERROR);
  EXPECT(DosSemRequest(shared, SEM_INDEFINITE_WAIT), NO_ERROR);
  EXPECT(in_another_thread(request_now), ERROR_SEM_TIMEOUT);
  EXPECT(in_another_thread(set_it), ERROR_EXCL_SEM_ALREADY_OWNED);
  EXPECT(in_another_thread(set_and_wait), ERROR_EXCL_SEM_ALREADY_OWNED);
  EXPECT(DosSemSet(shared), NO_ERROR); // sets; does not count
  EXPECT(DosSemClear(shared), NO_ERROR);
  EXPECT(DosCloseSem(shared), ERROR_SEM_IS_SET);
  EXPECT(in_another_thread(request_now), ERROR_SEM_TIMEOUT);
  EXPECT(DosSemClear(shared), NO_ERROR);
  EXPECT(in_another_thread(request_now), NO_ERROR);
  // Another thread of the process may clear it; another process may not.
  EXPECT(DosSemClear(shared), NO_ERROR);
  EXPECT(DosSemClear(shared), NO_ERROR); // clearing a clear one is no error
  // 65535 requests, and not one more.
  for (int i = 0; i < 65535; i++)
    if (DosSemRequest(shared, SEM_IMMEDIATE_RETURN) != NO_ERROR)
      EXPECT(i, 65535);
  EXPECT(DosSemRequest(shared, 0), ERROR_TOO_MANY_SEM_REQUESTS);
  for (int i = 0; i < 65535; i++)
    DosSemClear(shared);
  EXPECT(DosCloseSem(shared), NO_ERROR);
}

// Anyone may set it and clear it; requests do not count.
static void not_exclusive(void) {
  EXPECT(DosCreateSem(CSEM_PUBLIC, &shared, "\\SEM\\PUBLIC"), NO_ERROR);
  EXPECT(DosSemRequest(shared, SEM_INDEFINITE_WAIT), NO_ERROR);
  EXPECT(DosSemRequest(shared, SEM_INDEFINITE_WAIT), NO_ERROR);
  EXPECT(in_another_thread(set_it), NO_ERROR);
  EXPECT(in_another_thread(request_now), ERROR_SEM_TIMEOUT);
  EXPECT(in_another_thread(clear_it), NO_ERROR);
  EXPECT(in_another_thread(request_now), NO_ERROR);
  EXPECT(DosSemClear(shared), NO_ERROR);
  // Set by DosSemSet it has no owner: a request waits, even the setter's.
  EXPECT(DosSemSet(shared), NO_ERROR);
  EXPECT(DosSemSet(shared), NO_ERROR);
  EXPECT(DosSemRequest(shared, SEM_IMMEDIATE_RETURN), ERROR_SEM_TIMEOUT);
  EXPECT(DosSemClear(shared), NO_ERROR);
  EXPECT(DosCloseSem(shared), NO_ERROR);
}

static void *clear_soon(void *at) {
  struct timespec soon = {0, 100000000};
  (void)at;
  nanosleep(&soon, NULL);
  DosSemClear(shared);
  return NULL;
}

static void waiting(void) {
  struct timespec start;
  pthread_t t;
  EXPECT(DosCreateSem(CSEM_PUBLIC, &shared, "\\SEM\\WAIT"), NO_ERROR);
  EXPECT(DosSemWait(shared, SEM_INDEFINITE_WAIT), NO_ERROR); // it is clear
  EXPECT(DosSemSet(shared), NO_ERROR);
  EXPECT(DosSemWait(shared, SEM_IMMEDIATE_RETURN), ERROR_SEM_TIMEOUT);
  clock_gettime(CLOCK_MONOTONIC, &start);
  EXPECT(DosSemWait(shared, 150), ERROR_SEM_TIMEOUT);
  EXPECT(elapsed_ms(&start) >= 149, 1);
  clock_gettime(CLOCK_MONOTONIC, &start);
  pthread_create(&t, NULL, clear_soon, NULL);
  EXPECT(DosSemWait(shared, SEM_INDEFINITE_WAIT), NO_ERROR);
  EXPECT(elapsed_ms(&start) >= 90, 1);
  pthread_join(t, NULL);
  EXPECT(DosCloseSem(shared), NO_ERROR); // waiting owned nothing

  EXPECT(DosCreateSem(CSEM_PUBLIC, &shared, "\\SEM\\WAIT"), NO_ERROR);
  pthread_create(&t, NULL, clear_soon, NULL);
  EXPECT(DosSemSetWait(shared, SEM_INDEFINITE_WAIT), NO_ERROR);
  pthread_join(t, NULL);
  pthread_create(&t, NULL, clear_soon, NULL);
  EXPECT(DosSemSet(shared), NO_ERROR);
  EXPECT(DosSemRequest(shared, 5000), NO_ERROR);
  pthread_join(t, NULL);
  EXPECT(DosSemClear(shared), NO_ERROR);
  EXPECT(DosCloseSem(shared), NO_ERROR);
}

enum { Threads = 8, Rounds = 2000 };
static long counter;

static void *count(void *at) {
  (void)at;
  for (int i = 0; i < Rounds; i++) {
    DosSemRequest(shared, SEM_INDEFINITE_WAIT);
    counter++; // by one thread at a time
    DosSemClear(shared);
  }
  return NULL;
}

static void mutual_exclusion(void) {
  pthread_t t[Threads];
  EXPECT(DosCreateSem(CSEM_PRIVATE, &shared, "\\SEM\\COUNT"), NO_ERROR);
  for (int i = 0; i < Threads; i++)
    pthread_create(&t[i], NULL, count, NULL);
  for (int i = 0; i < Threads; i++)
    pthread_join(t[i], NULL);
  EXPECT(counter, Threads * Rounds);
  EXPECT(DosCloseSem(shared), NO_ERROR);
}

static void too_many(void) {
  static HSYSSEM h[257];
  char name[16];
  int i;
  for (i = 0; i < 256; i++) {
    snprintf(name, sizeof name, "\\SEM\\N%d", i);
    EXPECT(DosCreateSem(CSEM_PRIVATE, &h[i], name), NO_ERROR);
  }
  EXPECT(DosCreateSem(CSEM_PRIVATE, &h[256], "\\SEM\\MORE"), ERROR_TOO_MANY_SEMAPHORES);
  for (i = 0; i < 256; i++)
    EXPECT(DosCloseSem(h[i]), NO_ERROR);
}

int main(void) {
  names();
  closing_while_set();
  exclusive();
  not_exclusive();
  waiting();
  mutual_exclusion();
  too_many();
  return failures != 0;
}
