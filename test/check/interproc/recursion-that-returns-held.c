// What a function that calls itself does is what its paths do that end.
// RUN: %check %s
#include <pthread.h>

int ask(void);

static pthread_mutex_t g = PTHREAD_MUTEX_INITIALIZER;

static void enter(int n) {
  if (n == 0) {
    pthread_mutex_lock(&g);
    return;
  }
  enter(n - 1);
}

void entered(int n) {
  enter(n);
  pthread_mutex_destroy(&g); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'g' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void entered_and_left(int n) {
  enter(n);
  pthread_mutex_unlock(&g);
  pthread_mutex_destroy(&g); // TN
}

static void enter_if_asked(int n) {
  if (n == 0)
    return;
  if (ask()) {
    pthread_mutex_lock(&g);
    return;
  }
  enter_if_asked(n - 1);
}

void entered_or_not(int n) {
  enter_if_asked(n);
  pthread_mutex_destroy(&g); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'g' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// The result says whether it is held, however deep it was taken.
static int acquire(int tries) {
  if (pthread_mutex_trylock(&g) == 0)
    return 0;
  if (tries == 0)
    return -1;
  return acquire(tries - 1);
}

void acquired(void) {
  if (acquire(3) == 0)
    pthread_mutex_destroy(&g); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'g' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void not_acquired(void) {
  if (acquire(3) != 0)
    pthread_mutex_destroy(&g); // TN
}

// So does what is written through a pointer that is passed on.
static void acquire_and_tell(int n, int *held) {
  if (n == 0)
    return;
  if (ask()) {
    pthread_mutex_lock(&g);
    *held = 1;
    return;
  }
  acquire_and_tell(n - 1, held);
}

void told(int n) {
  int held = 0;
  acquire_and_tell(n, &held);
  if (held)
    pthread_mutex_unlock(&g);
  pthread_mutex_destroy(&g); // TN
}

void told_wrong(int n) {
  int held = 0;
  acquire_and_tell(n, &held);
  if (!held)
    return;
  pthread_mutex_destroy(&g); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'g' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// A parameter that stays the same in each round.
static void enter_to_use(int n, int use) {
  if (n > 0) {
    enter_to_use(n - 1, use);
    return;
  }
  if (use)
    pthread_mutex_lock(&g);
}

void used(int n, int use) {
  enter_to_use(n, use);
  if (use)
    pthread_mutex_unlock(&g);
  pthread_mutex_destroy(&g); // TN
}

void used_without_a_lock(int n, int use) {
  enter_to_use(n, use);
  if (!use)
    pthread_mutex_unlock(&g);
  pthread_mutex_destroy(&g); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'g' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// It never comes back: there is no path to the close.
static void fail(int n) {
  if (n == 0)
    __builtin_trap();
  fail(n - 1);
}

void failed(int bad) {
  pthread_mutex_lock(&g);
  if (bad)
    fail(3);
  else
    pthread_mutex_unlock(&g);
  pthread_mutex_destroy(&g); // TN
}
