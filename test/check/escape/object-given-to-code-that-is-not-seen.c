// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>

struct obj {
  pthread_mutex_t lock;
  int value;
};

void obj_unlock(struct obj *o);
void unlock_it(pthread_mutex_t *m);
void look(const struct obj *o);
void look_at(const pthread_mutex_t *m);
void unrelated(int *);

void container(struct obj *o) {
  pthread_mutex_lock(&o->lock);
  obj_unlock(o);
  pthread_mutex_destroy(&o->lock); // TN
}

void object(struct obj *o) {
  pthread_mutex_lock(&o->lock);
  unlock_it(&o->lock);
  pthread_mutex_destroy(&o->lock); // TN
}

// Nobody can release a lock through a pointer to const.
void const_container(struct obj *o) {
  pthread_mutex_lock(&o->lock);
  look(o);
  pthread_mutex_destroy(&o->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'o->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void const_object(struct obj *o) {
  pthread_mutex_lock(&o->lock);
  look_at(&o->lock);
  pthread_mutex_destroy(&o->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'o->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void another_field(struct obj *o) {
  pthread_mutex_lock(&o->lock);
  unrelated(&o->value);
  pthread_mutex_destroy(&o->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'o->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unrelated_argument(struct obj *o, int *n) {
  pthread_mutex_lock(&o->lock);
  unrelated(n);
  pthread_mutex_destroy(&o->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'o->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void local_container(void) {
  struct obj o;
  pthread_mutex_init(&o.lock, NULL);
  pthread_mutex_lock(&o.lock);
  obj_unlock(&o);
  pthread_mutex_destroy(&o.lock); // TN
}

void sem_cleaner(HSEM h);
void sem_counter(int n);

void handle_by_value(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\E"))
    return;
  DosSemSet(h);
  sem_cleaner(h);
  DosCloseSem(h); // TN
}

void number(void) {
  HSYSSEM h;
  if (DosCreateSem(CSEM_PRIVATE, &h, "\\SEM\\E"))
    return;
  DosSemSet(h);
  sem_counter(3);
  DosCloseSem(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void handle_cleaner(HANDLE h);

void win32(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  if (!h)
    return;
  handle_cleaner(h);
  CloseHandle(h); // TN
}
