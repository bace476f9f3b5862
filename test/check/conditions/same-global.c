// RUN: %check %s
#include "os2.h"
#include <pthread.h>

void work(void);

static int Threads;
int VisibleThreads;

// Nothing in this file writes it after start, and no other file can.
void set_threads(int n) {
  Threads = n;
}

static void quiet(void) {}

void no_call_between(pthread_mutex_t *m) {
  if (VisibleThreads)
    pthread_mutex_lock(m);
  if (VisibleThreads)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void visible_call_between(pthread_mutex_t *m) {
  if (Threads > 1)
    pthread_mutex_lock(m);
  quiet();
  if (Threads > 1)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

static const int Always = 1;

void constant(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  work();
  if (Always)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

static int Fixed;

// Never written, its address never taken: work() cannot change it.
void never_written(HSEM h) {
  if (Fixed)
    DosSemSet(h);
  work();
  if (Fixed)
    DosSemClear(h);
  DosCloseSem(h); // TN
}

void written_between(pthread_mutex_t *m) {
  if (Threads > 1)
    pthread_mutex_lock(m);
  Threads = 0;
  if (Threads > 1)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
