// RUN: %check %s
#include <pthread.h>
#include <stdbool.h>

struct result {
  bool held;
  int code;
};

static void enter(pthread_mutex_t *m, bool *held) {
  *held = pthread_mutex_trylock(m) == 0;
}

static struct result try_enter(pthread_mutex_t *m) {
  struct result r = {false, 0};
  r.code = pthread_mutex_trylock(m);
  if (r.code == 0)
    r.held = true;
  return r;
}

static int enter_with_code(pthread_mutex_t *m, int *code) {
  *code = pthread_mutex_trylock(m);
  return *code == 0;
}

void out_parameter(pthread_mutex_t *m) {
  bool held;
  enter(m, &held);
  if (held)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void out_parameter_ignored(pthread_mutex_t *m) {
  bool held;
  enter(m, &held);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void returned_struct(pthread_mutex_t *m) {
  struct result r = try_enter(m);
  if (r.held)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void both(pthread_mutex_t *m) {
  int code;
  if (!enter_with_code(m, &code)) {
    pthread_mutex_destroy(m); // TN
    return;
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void by_code(pthread_mutex_t *m) {
  int code;
  enter_with_code(m, &code);
  if (code == 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
