// RUN: %check %s
#include "os2.h"
#include <pthread.h>

struct box {
  pthread_mutex_t lock;
};

static void enter(struct box *b) {
  pthread_mutex_lock(&b->lock);
}

static void leave(struct box *b) {
  pthread_mutex_unlock(&b->lock);
}

static void destroy(struct box *b) {
  pthread_mutex_destroy(&b->lock);
}

void held(struct box *b) {
  enter(b);
  destroy(b); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'b->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void released(struct box *b) {
  enter(b);
  leave(b);
  destroy(b); // TN
}

static void set_sem(HSEM *h) {
  DosSemRequest(*h, SEM_INDEFINITE_WAIT);
}

static void close_sem(HSEM *h) {
  DosCloseSem(*h);
}

static void close_clear_sem(HSEM *h) {
  DosSemClear(*h);
  DosCloseSem(*h); // TN
}

void os2(HSEM h) {
  set_sem(&h);
  close_sem(&h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void os2_cleared(HSEM h) {
  set_sem(&h);
  close_clear_sem(&h); // TN
}
