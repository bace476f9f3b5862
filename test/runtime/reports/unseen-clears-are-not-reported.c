// A clear in code that was built without the header is not seen. The semaphore
// is asked before anything is said about it; and a set that was not seen is
// told by what the close returns.
// RUN: %clang -std=gnu99 -DELSEWHERE -c %s -o %t.elsewhere.o
// RUN: %clang -std=gnu99 %confirm %s %t.elsewhere.o -o %t
// RUN: rm -f %t.log.*
// RUN: env SEMTIDY_OPTIONS=exitcode=0:log_path=%t.log %t
// RUN: %records %t.log | FileCheck %s -implicit-check-not=REPORT
// RUN: cat %t.log.* | FileCheck %s -check-prefix=TEXT

#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>
#include <stdlib.h>

void clear_mutex(pthread_mutex_t *m);
void set_mutex(pthread_mutex_t *m);
void clear_rwlock(pthread_rwlock_t *rw);
void clear_spin(pthread_spinlock_t *s);
void clear_sem(sem_t *s);

#ifdef ELSEWHERE
void clear_mutex(pthread_mutex_t *m) { pthread_mutex_unlock(m); }
void set_mutex(pthread_mutex_t *m) { pthread_mutex_lock(m); }
void clear_rwlock(pthread_rwlock_t *rw) { pthread_rwlock_unlock(rw); }
void clear_spin(pthread_spinlock_t *s) { pthread_spin_unlock(s); }
void clear_sem(sem_t *s) { sem_post(s); }
#else
int main(void) {
  pthread_mutex_t m, r, *h = malloc(sizeof *h);
  pthread_mutexattr_t a;
  pthread_rwlock_t rw;
  pthread_spinlock_t spin;
  sem_t s;
  int (*unlock)(pthread_mutex_t *) = pthread_mutex_unlock;

  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  clear_mutex(&m);
  pthread_mutex_destroy(&m);

  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  unlock(&m); // through a pointer: not wrapped
  pthread_mutex_destroy(&m);

  pthread_mutexattr_init(&a);
  pthread_mutexattr_settype(&a, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&r, &a);
  pthread_mutex_lock(&r);
  clear_mutex(&r);
  pthread_mutex_destroy(&r);

  pthread_mutex_init(h, &a);
  pthread_mutex_lock(h);
  clear_mutex(h);
  free(h);

  pthread_rwlock_init(&rw, NULL);
  pthread_rwlock_rdlock(&rw);
  clear_rwlock(&rw);
  pthread_rwlock_destroy(&rw);

  pthread_spin_init(&spin, 0);
  pthread_spin_lock(&spin);
  clear_spin(&spin);
  pthread_spin_destroy(&spin);

  sem_init(&s, 0, 1);
  sem_wait(&s);
  clear_sem(&s);
  sem_destroy(&s);

  pthread_mutex_init(&m, NULL);
  set_mutex(&m);
  pthread_mutex_destroy(&m);
  // CHECK: REPORT close 'm' {{.*}}:[[@LINE-1]] in main, pthread_mutex_destroy returned 16; {{.*}} set unknown; depth 0, {{.*}} asked True, unseen, other thread
  // TEXT: note: set by code that was built without confirm.h
  // CHECK: SUMMARY closes 8, set 1, reports 1, suppressed 0, cleared_unseen 7,
  return 0;
}
#endif
