// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

void swapped_pointers(pthread_mutex_t *a, pthread_mutex_t *b) {
  pthread_mutex_t *t;
  pthread_mutex_lock(a);
  t = a;
  a = b;
  b = t;
  pthread_mutex_unlock(b);
  pthread_mutex_destroy(b); // TN
}

void swapped_pointers_held(pthread_mutex_t *a, pthread_mutex_t *b) {
  pthread_mutex_t *t;
  pthread_mutex_lock(a);
  t = a;
  a = b;
  b = t;
  pthread_mutex_destroy(b); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'b' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void same_name_other_object(pthread_mutex_t *m, pthread_mutex_t *other) {
  pthread_mutex_lock(m);
  m = other;
  pthread_mutex_destroy(m); // TN
}

struct list {
  pthread_mutex_t lock;
  struct list *next;
};

void base_moved_on(struct list *l) {
  pthread_mutex_lock(&l->lock);
  l = l->next;
  pthread_mutex_destroy(&l->lock); // TN
}

void base_came_back(struct list *l) {
  struct list *first = l;
  pthread_mutex_lock(&l->lock);
  l = l->next;
  l = first;
  pthread_mutex_destroy(&l->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'l->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void handle_reassigned(HSEM h, HSEM other) {
  DosSemSet(h);
  h = other;
  DosCloseSem(h); // TN
}

void handle_copied(HSEM h) {
  HSEM copy = h;
  DosSemSet(h);
  h = 0;
  DosCloseSem(copy); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'copy' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void handle_copied_cleared(HSEM h) {
  HSEM copy = h;
  DosSemSet(h);
  h = 0;
  DosSemClear(copy);
  DosCloseSem(copy); // TN
}
