// RUN: %check %s -- -std=gnu89 -Wno-deprecated-non-prototype
#include <pthread.h>

int work();

void held(m, c)
pthread_mutex_t *m;
int c;
{
  pthread_mutex_lock(m);
  if (c)
    work(c);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void released(m, c)
pthread_mutex_t *m;
int c;
{
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

static int enter(m)
pthread_mutex_t *m;
{
  return pthread_mutex_trylock(m);
}

void through_helper(m)
pthread_mutex_t *m;
{
  if (enter(m) == 0)
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// Without a prototype the callee may do anything with it.
int anything();

void given_away(m)
pthread_mutex_t *m;
{
  pthread_mutex_lock(m);
  anything(m);
  pthread_mutex_destroy(m); // TN
}

// Declared without a prototype, called with too few arguments.
static void two(a, b)
pthread_mutex_t *a, *b;
{
  pthread_mutex_lock(a);
  pthread_mutex_unlock(b);
}

int main() {
  two((pthread_mutex_t *)0);
  return 0;
}
