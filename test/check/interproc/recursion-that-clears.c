// Where some round of calls may clear the object, nothing is known of it after
// the others.
// RUN: %check %s
#include <pthread.h>

int ask(void);

static pthread_mutex_t g = PTHREAD_MUTEX_INITIALIZER;

static void leave(int n) {
  if (n == 0) {
    pthread_mutex_unlock(&g);
    return;
  }
  leave(n - 1);
}

void left(int n) {
  pthread_mutex_lock(&g);
  leave(n);
  pthread_mutex_destroy(&g); // TN
}

void taken_again(int n) {
  pthread_mutex_lock(&g);
  leave(n);
  pthread_mutex_lock(&g);
  pthread_mutex_destroy(&g); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'g' while it is still set; potential ERROR_SEM_IS_SET (102)
}

static void leave_if_asked(int n) {
  if (n == 0)
    return;
  if (ask()) {
    pthread_mutex_unlock(&g);
    return;
  }
  leave_if_asked(n - 1);
}

void may_be_left(void) {
  pthread_mutex_lock(&g);
  leave_if_asked(3);
  pthread_mutex_destroy(&g); // TN
}

// Here no round comes to the unlock.
void not_left(void) {
  pthread_mutex_lock(&g);
  leave_if_asked(0);
  pthread_mutex_destroy(&g); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'g' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// Each round takes it once more, or gives it back once: how often is not known.
static void enter_often(pthread_mutex_t *m, int n) {
  if (n == 0)
    return;
  pthread_mutex_lock(m);
  enter_often(m, n - 1);
}

static void leave_often(pthread_mutex_t *m, int n) {
  if (n == 0)
    return;
  leave_often(m, n - 1);
  pthread_mutex_unlock(m);
}

void as_often(int n) {
  pthread_mutex_t m;
  pthread_mutexattr_t attr;
  pthread_mutexattr_init(&attr);
  pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&m, &attr);
  enter_often(&m, n);
  leave_often(&m, n);
  pthread_mutex_destroy(&m); // TN
}

// Balanced in each round.
static void nested(pthread_mutex_t *m, int n) {
  pthread_mutex_lock(m);
  if (n > 0)
    nested(m, n - 1);
  pthread_mutex_unlock(m);
}

void balanced(void) {
  pthread_mutex_t m;
  pthread_mutexattr_t attr;
  pthread_mutexattr_init(&attr);
  pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_RECURSIVE);
  pthread_mutex_init(&m, &attr);
  nested(&m, 3);
  pthread_mutex_destroy(&m); // TN
}
