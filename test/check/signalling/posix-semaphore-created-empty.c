// RUN: %check %s
#include "os2.h"
#include <pthread.h>
#include <semaphore.h>

void start(sem_t *);
void *worker(void *);

// Taking the signal that another thread posted holds nothing.
void wait_for_start(void) {
  sem_t s;
  sem_init(&s, 0, 0);
  start(&s);
  sem_wait(&s);
  sem_destroy(&s); // TN
}

void wait_for_thread(void) {
  sem_t s;
  pthread_t t;
  sem_init(&s, 0, 0);
  pthread_create(&t, NULL, worker, &s);
  sem_wait(&s);
  sem_destroy(&s); // TN
  pthread_detach(t);
}

void wait_for_two(void) {
  sem_t s;
  sem_init(&s, 0, 0);
  start(&s);
  start(&s);
  sem_wait(&s);
  sem_wait(&s);
  sem_destroy(&s); // TN
}

// The same calls on a semaphore that starts with one permit.
void limit(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_wait(&s);
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// A gate: another thread opens it again.
void gate(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_wait(&s);
  start(&s);
  sem_wait(&s);
  sem_destroy(&s); // TN
}

struct request {
  sem_t done;
};
void send(struct request *);

void in_struct(void) {
  struct request r;
  sem_init(&r.done, 0, 0);
  send(&r);
  while (sem_wait(&r.done) == -1)
    ;
  sem_destroy(&r.done); // TN
}
