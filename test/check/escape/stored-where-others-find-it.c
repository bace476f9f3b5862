// RUN: %check %s
#include "os2.h"
#include <pthread.h>
#include <semaphore.h>

struct job {
  HSEM done;
};

void submit(struct job *);
void work(void);
extern struct job *Current;
extern HSEM Shared;
extern sem_t *SharedSem;

// Anyone who finds the handle may clear the semaphore.
void stored_in_struct(struct job *j) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\JOB"))
    return;
  j->done = h;
  DosSemSet(h);
  submit(j);
  DosCloseSem(h); // TN
}

void stored_in_global(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\JOB"))
    return;
  Shared = h;
  DosSemSet(h);
  work();
  DosCloseSem(h); // TN
}

void not_stored(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\JOB"))
    return;
  DosSemSet(h);
  work();
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void permit_stored(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  SharedSem = &s;
  sem_wait(&s);
  work();
  sem_destroy(&s); // TN
}

void permit_not_stored(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_wait(&s);
  work();
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
