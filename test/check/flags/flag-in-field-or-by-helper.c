// RUN: %check %s
#include <pthread.h>
#include <stdbool.h>

void work(void);

struct guard {
  pthread_mutex_t *mutex;
  bool held;
};

static void guard_lock(struct guard *g) {
  pthread_mutex_lock(g->mutex);
  g->held = true;
}

static void guard_unlock(struct guard *g) {
  if (!g->held)
    return;
  pthread_mutex_unlock(g->mutex);
  g->held = false;
}

void in_field(pthread_mutex_t *m, int c) {
  struct guard g = {m, false};
  if (c)
    guard_lock(&g);
  work();
  guard_unlock(&g);
  pthread_mutex_destroy(m); // TN
}

void in_field_forgotten(pthread_mutex_t *m, int c) {
  struct guard g = {m, false};
  if (c)
    guard_lock(&g);
  work();
  g.held = false;
  guard_unlock(&g);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

static bool lock_if(pthread_mutex_t *m, int c) {
  if (!c)
    return false;
  pthread_mutex_lock(m);
  return true;
}

static void unlock_if(pthread_mutex_t *m, bool held) {
  if (held)
    pthread_mutex_unlock(m);
}

void by_helpers(pthread_mutex_t *m, int c) {
  bool held = lock_if(m, c);
  work();
  unlock_if(m, held);
  pthread_mutex_destroy(m); // TN
}

void by_helpers_negated(pthread_mutex_t *m, int c) {
  bool held = lock_if(m, c);
  work();
  unlock_if(m, !held);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
