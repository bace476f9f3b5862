// glibc destroys held ones with 0 and says nothing; the lock itself tells.
// RUN: %clang -std=c99 -O1 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s

#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stddef.h>

static pthread_rwlock_t rw;

static void written(void) {
  pthread_rwlock_init(&rw, NULL);
  pthread_rwlock_wrlock(&rw);
  assert(pthread_rwlock_destroy(&rw) == 0);
  // CHECK: REPORT close 'rw' (pthread-rwlock) at {{.*}}:[[@LINE-1]] in written, pthread_rwlock_destroy returned 0; {{.*}} depth 1, readers 0, {{.*}} asked True
}

static void *read_it(void *at) {
  (void)at;
  pthread_rwlock_rdlock(&rw);
  return NULL;
}

static void read_by_three(void) {
  pthread_t t[2];
  pthread_rwlock_init(&rw, NULL);
  read_it(NULL);
  for (int i = 0; i < 2; i++) {
    pthread_create(&t[i], NULL, read_it, NULL);
    pthread_join(t[i], NULL);
  }
  pthread_rwlock_destroy(&rw);
  // CHECK-NEXT: REPORT close 'rw' {{.*}} in read_by_three, {{.*}} readers 3,
}

static void read_and_given_back(void) {
  pthread_rwlock_init(&rw, NULL);
  pthread_rwlock_rdlock(&rw);
  pthread_rwlock_rdlock(&rw);
  pthread_rwlock_unlock(&rw);
  assert(pthread_rwlock_trywrlock(&rw) == EBUSY);
  pthread_rwlock_unlock(&rw);
  assert(pthread_rwlock_tryrdlock(&rw) == 0);
  pthread_rwlock_unlock(&rw);
  pthread_rwlock_destroy(&rw);
}

static void spun(void) {
  pthread_spinlock_t s;
  pthread_spin_init(&s, PTHREAD_PROCESS_PRIVATE);
  pthread_spin_lock(&s);
  assert(pthread_spin_trylock(&s) == EBUSY);
  pthread_spin_destroy(&s);
  // CHECK-NEXT: REPORT close 's' (pthread-spin) {{.*}} in spun, pthread_spin_destroy returned 0; {{.*}} asked True
  pthread_spin_init(&s, PTHREAD_PROCESS_PRIVATE);
  assert(pthread_spin_trylock(&s) == 0);
  pthread_spin_unlock(&s);
  pthread_spin_destroy(&s);
}

int main(void) {
  written();
  read_by_three();
  read_and_given_back();
  spun();
  // CHECK-NOT: REPORT
  return 0;
}
