// RUN: %check %s
#include <pthread.h>

// The value of an operator whose operands are operators, too. It is what was
// evaluated last.

int ask(void);
struct state { int first, second; };

void right_operand(pthread_mutex_t *m, int a) {
  int held = a && (ask() || ask());
  pthread_mutex_lock(m);
  if (held)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void left_operand(pthread_mutex_t *m, int a, int b, int c) {
  int held = a && b && c;
  pthread_mutex_lock(m);
  if (held)
    pthread_mutex_unlock(m);
  if (a && b && c)
    return;
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void left_operand_false(pthread_mutex_t *m, int a, int b, int c) {
  int held = a && b && c;
  pthread_mutex_lock(m);
  if (!held)
    pthread_mutex_unlock(m);
  if (a)
    return;
  pthread_mutex_destroy(m); // TN
}

void both_operands(pthread_mutex_t *m, int a, int b, struct state *s) {
  int held = (a || b) && (s->first || s->second);
  if (held)
    pthread_mutex_lock(m);
  if (s->first || s->second) {
    if (a || b)
      pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // TN
}

void negated(pthread_mutex_t *m, struct state *s) {
  int y = 0;
  if (!(!y && (ask() || s->first)))
    pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void negated_twice(pthread_mutex_t *m, int a, struct state *s) {
  if (!(a && (s->first || s->second)))
    pthread_mutex_lock(m);
  if (!(a && (s->first || s->second)))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
