/* Calls every function of POSIX that is wrapped, in the common subset of C89
   and C++. It is compiled, not run. */

#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <time.h>
#if defined(__STDC_VERSION__)
#if __STDC_VERSION__ >= 201112L
#include <threads.h>
#define C11 1
#endif
#endif

int every_function(const struct timespec *t);
int every_function(const struct timespec *t) {
  static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
  static pthread_cond_t c = PTHREAD_COND_INITIALIZER;
  static pthread_rwlock_t rw = PTHREAD_RWLOCK_INITIALIZER;
  static pthread_spinlock_t spin;
  static sem_t s;
  sem_t *n = sem_open("/x", O_CREAT, 0600, 1);
  int rc = 0;
  void *block = malloc(10);
  rc += pthread_mutex_init(&m, NULL) + pthread_mutex_lock(&m);
  rc += pthread_mutex_trylock(&m) + pthread_mutex_timedlock(&m, t);
  rc += pthread_cond_wait(&c, &m) + pthread_cond_timedwait(&c, &m, t);
  rc += pthread_mutex_unlock(&m) + pthread_mutex_destroy(&m);
  rc += pthread_rwlock_init(&rw, NULL) + pthread_rwlock_rdlock(&rw);
  rc += pthread_rwlock_wrlock(&rw) + pthread_rwlock_tryrdlock(&rw);
  rc += pthread_rwlock_trywrlock(&rw) + pthread_rwlock_timedrdlock(&rw, t);
  rc += pthread_rwlock_timedwrlock(&rw, t) + pthread_rwlock_unlock(&rw);
  rc += pthread_rwlock_destroy(&rw);
  rc += pthread_spin_init(&spin, 0) + pthread_spin_lock(&spin);
  rc += pthread_spin_trylock(&spin) + pthread_spin_unlock(&spin);
  rc += pthread_spin_destroy(&spin);
  rc += sem_init(&s, 0, 1) + sem_wait(&s) + sem_trywait(&s);
  rc += sem_timedwait(&s, t) + sem_post(&s) + sem_destroy(&s) + sem_close(n);
#if defined(USE_CLOCK)
  rc += pthread_mutex_clocklock(&m, CLOCK_MONOTONIC, t);
  rc += pthread_cond_clockwait(&c, &m, CLOCK_MONOTONIC, t);
  rc += pthread_rwlock_clockrdlock(&rw, CLOCK_MONOTONIC, t);
  rc += pthread_rwlock_clockwrlock(&rw, CLOCK_MONOTONIC, t);
  rc += sem_clockwait(&s, CLOCK_MONOTONIC, t);
#endif
#if defined(C11)
  {
    mtx_t x;
    cnd_t y;
    rc += mtx_init(&x, mtx_plain) + mtx_lock(&x) + mtx_trylock(&x);
    rc += mtx_timedlock(&x, t) + cnd_init(&y) + cnd_wait(&y, &x);
    rc += cnd_timedwait(&y, &x, t) + mtx_unlock(&x);
    mtx_destroy(&x);
  }
#endif
  if (pthread_mutex_lock(&m) == 0 && (pthread_mutex_unlock(&m), 1))
    rc += 1;
  block = realloc(block, 20);
  free(block);
  return rc;
}
