// RUN: %check %s
#include <pthread.h>

void work(void);

void sum(pthread_mutex_t *m, int a, int b) {
  if (a + b > 0)
    pthread_mutex_lock(m);
  work();
  if (a + b > 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void implied(pthread_mutex_t *m, int n) {
  if (n > 10)
    pthread_mutex_lock(m);
  work();
  if (n > 5)
    if (n > 10)
      pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void implied_by_range(pthread_mutex_t *m, int n) {
  if (n >= 3 && n <= 5)
    pthread_mutex_lock(m);
  work();
  if (n == 3 || n == 4 || n == 5)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void range_with_a_gap(pthread_mutex_t *m, int n) {
  if (n >= 3 && n <= 5)
    pthread_mutex_lock(m);
  work();
  if (n == 3 || n == 5)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void copied(pthread_mutex_t *m, int n) {
  int k = n;
  if (n)
    pthread_mutex_lock(m);
  n = 0;
  work();
  if (k)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void compared_to_each_other(pthread_mutex_t *m, int a, int b) {
  if (a < b)
    pthread_mutex_lock(m);
  work();
  if (b > a)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void not_less(pthread_mutex_t *m, int a, int b) {
  if (a < b)
    pthread_mutex_lock(m);
  work();
  if (!(a >= b))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void exclusive(pthread_mutex_t *m, int a) {
  if (a == 1)
    pthread_mutex_lock(m);
  else if (a == 2)
    pthread_mutex_lock(m);
  work();
  if (a == 1 || a == 2)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void odd(pthread_mutex_t *m, unsigned n) {
  if (n % 2)
    pthread_mutex_lock(m);
  work();
  if (n % 2 == 1)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void minus(pthread_mutex_t *m, int n) {
  if (n - 1 == 0)
    pthread_mutex_lock(m);
  work();
  if (n == 1)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
