// RUN: %check %s
#include <complex.h>
#include <pthread.h>

struct bits {
  unsigned held : 1;
  int other : 3;
};
union both {
  pthread_mutex_t m;
  char bytes[sizeof(pthread_mutex_t)];
};
typedef int vec4 __attribute__((vector_size(16)));

int ask(int);
void work(int);

void bit_field(pthread_mutex_t *m, int c) {
  struct bits b = {0, 0};
  if (c) {
    pthread_mutex_lock(m);
    b.held = 1;
  }
  if (b.held)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void in_union(void) {
  union both b;
  pthread_mutex_init(&b.m, NULL);
  pthread_mutex_lock(&b.m);
  pthread_mutex_destroy(&b.m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'b.m' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void generic(pthread_mutex_t *m) {
  _Generic((m), pthread_mutex_t *: pthread_mutex_lock, default: pthread_mutex_unlock)(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void compound_literal(void) {
  pthread_mutex_t *m = &(pthread_mutex_t)PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void floating(pthread_mutex_t *m, double d, float complex z) {
  if (d > 0.5 && creal(z) < 1)
    pthread_mutex_lock(m);
  work(1);
  if (d > 0.5 && creal(z) < 1)
    pthread_mutex_unlock(m);
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
}

void vectors(pthread_mutex_t *m, vec4 a, vec4 b) {
  vec4 c = a + b;
  pthread_mutex_lock(m);
  work(c[2]);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void choose(pthread_mutex_t *m) {
  __builtin_choose_expr(1, pthread_mutex_lock, pthread_mutex_unlock)(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void elvis(pthread_mutex_t *a, pthread_mutex_t *b) {
  pthread_mutex_t *m = a ?: b;
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void nested_conditional(pthread_mutex_t *m, int a, int b) {
  int rc = a ? b ? pthread_mutex_lock(m) : pthread_mutex_trylock(m) : 1;
  if (rc == 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void volatile_flag(pthread_mutex_t *m) {
  volatile int flag = ask(1);
  if (flag)
    pthread_mutex_lock(m);
  if (flag)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void wide_integers(pthread_mutex_t *m, unsigned long long n, __int128 w) {
  if (n > 0xFFFFFFFFFFFFFFF0ull)
    pthread_mutex_lock(m);
  if (w > ((__int128)1 << 100))
    work(1);
  if (n > 0xFFFFFFFFFFFFFFF0ull)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void overflow(pthread_mutex_t *m, int n) {
  int k = n + 2147483647;
  if (k > 5)
    pthread_mutex_lock(m);
  if (k > 5)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void divide_by_zero(pthread_mutex_t *m, int n) {
  int zero = 0;
  if (n / (zero + n % 3))
    pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void shift_too_far(pthread_mutex_t *m, int n) {
  if ((1 << (n & 63)) != 0)
    pthread_mutex_lock(m);
  else
    pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
