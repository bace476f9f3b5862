// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

struct pool {
  pthread_mutex_t lock;
  int threaded;
  int items;
};

void work(void);
int count(const struct pool *p);
void resize(struct pool *p);
static void note(struct pool *p) {
  p->items++;
}
static void go_single(struct pool *p) {
  p->threaded = 0;
}

void no_call(struct pool *p) {
  if (p->threaded)
    pthread_mutex_lock(&p->lock);
  p->items = 0;
  if (p->threaded)
    pthread_mutex_unlock(&p->lock);
  pthread_mutex_destroy(&p->lock); // TN
}

void unrelated_call(struct pool *p) {
  if (p->threaded)
    pthread_mutex_lock(&p->lock);
  work();
  if (p->threaded)
    pthread_mutex_unlock(&p->lock);
  pthread_mutex_destroy(&p->lock); // TN
}

void const_call(struct pool *p) {
  if (p->threaded)
    pthread_mutex_lock(&p->lock);
  count(p);
  if (p->threaded)
    pthread_mutex_unlock(&p->lock);
  pthread_mutex_destroy(&p->lock); // TN
}

void seen_call(struct pool *p) {
  if (p->threaded)
    pthread_mutex_lock(&p->lock);
  note(p);
  if (p->threaded)
    pthread_mutex_unlock(&p->lock);
  pthread_mutex_destroy(&p->lock); // TN
}

// The callee changes the field: the lock stays held.
void seen_call_changes_it(struct pool *p) {
  if (p->threaded)
    pthread_mutex_lock(&p->lock);
  go_single(p);
  if (p->threaded)
    pthread_mutex_unlock(&p->lock);
  pthread_mutex_destroy(&p->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'p->lock' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void written(struct pool *p) {
  if (p->threaded)
    pthread_mutex_lock(&p->lock);
  p->threaded = 0;
  if (p->threaded)
    pthread_mutex_unlock(&p->lock);
  pthread_mutex_destroy(&p->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'p->lock' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void another_object(struct pool *p, struct pool *q) {
  if (p->threaded)
    pthread_mutex_lock(&p->lock);
  if (q->threaded)
    pthread_mutex_unlock(&p->lock);
  pthread_mutex_destroy(&p->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'p->lock' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

struct job {
  HSEM sem;
  int wait;
};

void os2(struct job *j) {
  if (j->wait)
    DosSemRequest(j->sem, SEM_INDEFINITE_WAIT);
  work();
  if (j->wait)
    DosSemClear(j->sem);
  DosCloseSem(j->sem); // TN
}

struct section {
  CRITICAL_SECTION cs;
  BOOL threaded;
};

void section(struct section *s) {
  if (s->threaded == TRUE)
    EnterCriticalSection(&s->cs);
  work();
  if (s->threaded == TRUE)
    LeaveCriticalSection(&s->cs);
  DeleteCriticalSection(&s->cs); // TN
}
