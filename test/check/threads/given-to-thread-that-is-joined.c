// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <semaphore.h>

struct shared {
  pthread_mutex_t lock;
  sem_t limit;
  int value;
};

static void *worker(void *argument) {
  struct shared *s = argument;
  pthread_mutex_lock(&s->lock);
  s->value++;
  pthread_mutex_unlock(&s->lock);
  sem_post(&s->limit);
  return NULL;
}

// The thread gives the permit back before it ends.
void permit_given_back_by_thread(void) {
  struct shared s;
  pthread_t t;
  pthread_mutex_init(&s.lock, NULL);
  sem_init(&s.limit, 0, 1);
  sem_wait(&s.limit);
  pthread_create(&t, NULL, worker, &s);
  pthread_join(t, NULL);
  sem_destroy(&s.limit); // TN
  pthread_mutex_destroy(&s.lock); // TN
}

// This thread holds the mutex, and no other can release it.
void held_by_this_thread(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

DWORD WINAPI clears(LPVOID argument);

void win32(void) {
  HANDLE t, h = CreateSemaphore(NULL, 1, 1, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  t = CreateThread(NULL, 0, clears, h, 0, NULL);
  if (t) {
    WaitForSingleObject(t, INFINITE);
    CloseHandle(t); // TN
  }
  CloseHandle(h); // TN
}

void start_thread(void (*)(void *), void *);
void clearer(void *);

void os2(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PUBLIC, &h, "\\SEM\\T"))
    return;
  DosSemSet(h);
  start_thread(clearer, h);
  DosSemWait(h, SEM_INDEFINITE_WAIT);
  DosCloseSem(h); // TN
}
