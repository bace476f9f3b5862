// RUN: %check %s
#include <pthread.h>

struct guard {
  pthread_mutex_t *mutex;
  int held;
};

static void leave_guard(struct guard *g) {
  if (g->held)
    if (g->mutex)
      pthread_mutex_unlock(g->mutex);
}

static void leave(pthread_mutex_t *m, int a, int b) {
  if (a && b)
    pthread_mutex_unlock(m);
}

static void leave_unless(pthread_mutex_t *m, int a, int b) {
  if (!a || !b)
    return;
  pthread_mutex_unlock(m);
}

void both_hold(void) {
  pthread_mutex_t m;
  struct guard g = {&m, 1};
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  leave_guard(&g);
  pthread_mutex_destroy(&m); // TN
}

void one_does_not(void) {
  pthread_mutex_t m;
  struct guard g = {&m, 0};
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  leave_guard(&g);
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void constants(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  leave(m, 1, 2);
  pthread_mutex_destroy(m); // TN
}

void constants_one_zero(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  leave(m, 1, 0);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void early_return(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  leave_unless(m, 1, 2);
  pthread_mutex_destroy(m); // TN
}

void same_conditions(pthread_mutex_t *m, int a, int b) {
  if (a && b)
    pthread_mutex_lock(m);
  leave(m, a, b);
  pthread_mutex_destroy(m); // TN
}

void other_condition(pthread_mutex_t *m, int a, int b, int c) {
  if (a && b)
    pthread_mutex_lock(m);
  leave(m, a, c);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
