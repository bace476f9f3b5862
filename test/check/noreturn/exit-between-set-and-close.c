// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <setjmp.h>
#include <stdlib.h>

int step(int);
void fatal(const char *) __attribute__((noreturn));
static jmp_buf Env;

static void die(void) {
  step(-1);
  exit(2);
}

void exits(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (step(1))
    exit(1);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void aborts(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (step(1))
    abort();
  else
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void project_function(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (step(1) < 0)
    fatal("step");
  else
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

// Seen to never return, though nothing says so.
void helper_that_exits(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (step(1))
    die();
  else
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void jumps(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (step(1))
    longjmp(Env, 1);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void loops_for_ever(HSEM h) {
  DosSemSet(h);
  if (step(1))
    for (;;)
      step(2);
  else
    DosSemClear(h);
  DosCloseSem(h); // TN
}

void unreachable(HSEM h, int k) {
  DosSemSet(h);
  switch (k) {
  case 1:
    DosSemClear(h);
    break;
  default:
    __builtin_unreachable();
  }
  DosCloseSem(h); // TN
}

void returns_after_all(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (step(1))
    step(2);
  else
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void win32(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  if (!h)
    exit(1);
  if (step(1))
    exit(2);
  ReleaseMutex(h);
  CloseHandle(h); // TN
}

void exits_without_releasing(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  exit(0);
} // TN
