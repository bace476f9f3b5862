// RUN: %check %s
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

void work(void);
enum mode { Off, On, Auto };

void not_not(pthread_mutex_t *m, int c) {
  if (c)
    pthread_mutex_lock(m);
  work();
  if (!!c)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void not_equal_zero(pthread_mutex_t *m, int c) {
  if (c != 0)
    pthread_mutex_lock(m);
  work();
  if (c)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void mirrored(pthread_mutex_t *m, int n) {
  if (n > 3)
    pthread_mutex_lock(m);
  work();
  if (3 < n)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void neighbouring(pthread_mutex_t *m, int n) {
  if (n > 3)
    pthread_mutex_lock(m);
  work();
  if (n >= 4)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void off_by_one(pthread_mutex_t *m, int n) {
  if (n > 3)
    pthread_mutex_lock(m);
  work();
  if (n > 4)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void negated_else(pthread_mutex_t *m, enum mode mode) {
  if (mode == On)
    pthread_mutex_lock(m);
  work();
  if (mode != On)
    work();
  else
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void switched(pthread_mutex_t *m, enum mode mode) {
  if (mode == On)
    pthread_mutex_lock(m);
  work();
  switch (mode) {
  case On:
    pthread_mutex_unlock(m);
    break;
  case Off:
  case Auto:
    break;
  }
  pthread_mutex_destroy(m); // TN
}

void switched_wrong_case(pthread_mutex_t *m, enum mode mode) {
  if (mode == On)
    pthread_mutex_lock(m);
  work();
  switch (mode) {
  case Auto:
    pthread_mutex_unlock(m);
    break;
  case Off:
  case On:
    break;
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void null_pointer(pthread_mutex_t *m, const char *name) {
  if (name)
    pthread_mutex_lock(m);
  work();
  if (name != NULL)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void conjunction(pthread_mutex_t *m, int a, int b) {
  if (a && b)
    pthread_mutex_lock(m);
  work();
  if (a && b)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void disjunction(pthread_mutex_t *m, int a, int b) {
  if (a || b)
    pthread_mutex_lock(m);
  work();
  if (a || b)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void de_morgan(pthread_mutex_t *m, int a, int b) {
  if (a || b)
    pthread_mutex_lock(m);
  work();
  if (!(!a && !b))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void conjunction_of_other(pthread_mutex_t *m, int a, int b, int c) {
  if (a && b)
    pthread_mutex_lock(m);
  work();
  if (a && c)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void expected(pthread_mutex_t *m, int a) {
  if (__builtin_expect(a != 0, 1))
    pthread_mutex_lock(m);
  work();
  if (__builtin_expect(!a, 0))
    work();
  else
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void kept_in_bool(pthread_mutex_t *m, int n) {
  bool need = n > 7;
  if (need)
    pthread_mutex_lock(m);
  work();
  if (n > 7)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void bit(pthread_mutex_t *m, unsigned flags) {
  if (flags & 4)
    pthread_mutex_lock(m);
  work();
  if (flags & 4)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void other_bit(pthread_mutex_t *m, unsigned flags) {
  if (flags & 4)
    pthread_mutex_lock(m);
  work();
  if (flags & 8)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
