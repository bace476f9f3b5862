// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.Families: 'pthread-*'}}"
// RUN: %check -prefix=OS2 %s -config="{CheckOptions: {semaphore-close-while-set.Families: 'os2-*'}}"
// RUN: %check -prefix=BOTH %s -config="{CheckOptions: {semaphore-close-while-set.Families: 'os2-sem;pthread-mutex'}}"
// RUN: %check -prefix=ALL %s
#include "os2.h"
#include <pthread.h>

void posix(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
}
// CHECK: warning: closing semaphore 'm'
// BOTH: warning: closing semaphore 'm'
// ALL: warning: closing semaphore 'm'

void rwlock(pthread_rwlock_t *l) {
  pthread_rwlock_wrlock(l);
  pthread_rwlock_destroy(l); // TP
}
// CHECK: warning: closing semaphore 'l'
// ALL: warning: closing semaphore 'l'

void os2(HSEM h) {
  DosSemSet(h);
  DosCloseSem(h); // TN
}
// OS2: warning: closing semaphore 'h'
// BOTH: warning: closing semaphore 'h'
// ALL: warning: closing semaphore 'h'
