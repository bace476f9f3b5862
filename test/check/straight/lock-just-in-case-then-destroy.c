// RUN: %check %s
#include "win32.h"
#include <pthread.h>
#include <stdlib.h>

struct queue {
  pthread_mutex_t lock;
  pthread_cond_t ready;
  void *items;
};

// "Nobody may use it while we tear it down."
void queue_destroy_locked(struct queue *q) {
  pthread_mutex_lock(&q->lock);
  free(q->items);
  q->items = NULL;
  pthread_cond_destroy(&q->ready);
  pthread_mutex_destroy(&q->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'q->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-6]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

// The same with the unlock that makes it safe.
void queue_destroy(struct queue *q) {
  pthread_mutex_lock(&q->lock);
  free(q->items);
  q->items = NULL;
  pthread_cond_destroy(&q->ready);
  pthread_mutex_unlock(&q->lock);
  pthread_mutex_destroy(&q->lock); // TN
}

static CRITICAL_SECTION Section;

void shutdown_locked(void) {
  EnterCriticalSection(&Section);
  DeleteCriticalSection(&Section); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'Section' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void shutdown(void) {
  EnterCriticalSection(&Section);
  LeaveCriticalSection(&Section);
  DeleteCriticalSection(&Section); // TN
}
