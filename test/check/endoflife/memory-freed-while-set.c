// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>

struct item {
  int count;
  pthread_mutex_t lock;
};

void lock_freed(void) {
  pthread_mutex_t *m = malloc(sizeof *m);
  if (!m)
    return;
  pthread_mutex_init(m, NULL);
  pthread_mutex_lock(m);
  free(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void owner_freed(struct item *it) {
  pthread_mutex_lock(&it->lock);
  free(it); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'it->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here{{$}}
}

void owner_freed_on_error(struct item *it) {
  pthread_mutex_lock(&it->lock);
  if (it->count < 0) {
    free(it); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'it->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
    return;
  }
  pthread_mutex_unlock(&it->lock);
  free(it); // TN
}

void owner_freed_released(struct item *it) {
  pthread_mutex_lock(&it->lock);
  it->count = 0;
  pthread_mutex_unlock(&it->lock);
  pthread_mutex_destroy(&it->lock); // TN
  free(it); // TN
}

struct nested {
  struct item items[2];
};

void owner_of_owner_freed(struct nested *n) {
  pthread_mutex_lock(&n->items[1].lock);
  free(n); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'n->items[1].lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void something_else_freed(struct item *it, void *p) {
  pthread_mutex_lock(&it->lock);
  free(p); // TN
  pthread_mutex_unlock(&it->lock);
}

struct pointing {
  pthread_mutex_t *lock;
};

// Only the pointer is in the memory that ends.
void pointer_freed(struct pointing *p) {
  pthread_mutex_lock(p->lock);
  free(p); // TN
}

struct section {
  CRITICAL_SECTION cs;
  SRWLOCK srw;
};

void section_freed(struct section *s) {
  EnterCriticalSection(&s->cs);
  free(s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 's->cs' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void slim_lock_freed(struct section *s) {
  AcquireSRWLockShared(&s->srw);
  free(s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 's->srw' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void slim_lock_released(struct section *s) {
  AcquireSRWLockShared(&s->srw);
  ReleaseSRWLockShared(&s->srw);
  free(s); // TN
}

struct job {
  HSEM done;
};

// A handle is only a number: the semaphore does not end with it.
void handle_freed(struct job *j) {
  DosSemSet(j->done);
  free(j); // TN
}
