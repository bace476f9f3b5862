// RUN: %check %s
// RUN: %clang_tidy -load %plugin -quiet -checks='-*,semaphore-close-while-set' %s \
// RUN:   -config='{CheckOptions: {semaphore-close-while-set.Statistics: true}}' \
// RUN:   -- -DAPART 2>&1 | FileCheck %s -check-prefix=WORK
// WORK: functions 0,
// WORK-SAME: work done 0{{$}}

// Nobody asks for what a function does that sets or closes something, but cannot
// hold a finding and is not called by one that can.
#include <pthread.h>

struct queue {
  pthread_mutex_t lock;
  int items[8], count;
};

void queue_lock(struct queue *q) { pthread_mutex_lock(&q->lock); }

void queue_free(struct queue *q) {
  for (int i = 0; i < q->count; i++)
    q->items[i] = 0;
  pthread_mutex_destroy(&q->lock);
}

void queue_reset(struct queue *q, int count) {
  if (q->count > count)
    queue_free(q);
}

#ifndef APART
void queue_drop(struct queue *q) {
  queue_lock(q);
  queue_free(q); // TP
}

void queue_keep(struct queue *q) {
  queue_lock(q);
  pthread_mutex_unlock(&q->lock);
  queue_free(q); // TN
}
#endif
