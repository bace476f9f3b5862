// RUN: %check %s
#include <pthread.h>

int ask(int);
void work(int);

// A loop with two entries.
void two_entries(pthread_mutex_t *m, int c) {
  pthread_mutex_lock(m);
  if (c)
    goto inside;
  while (ask(1)) {
    work(1);
  inside:
    work(2);
  }
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

// Duff's device.
void copy(pthread_mutex_t *m, char *to, const char *from, int n) {
  int rounds = (n + 3) / 4;
  pthread_mutex_lock(m);
  switch (n % 4) {
  case 0:
    do {
      *to++ = *from++;
    case 3:
      *to++ = *from++;
    case 2:
      *to++ = *from++;
    case 1:
      *to++ = *from++;
    } while (--rounds > 0);
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void backwards(pthread_mutex_t *m) {
  goto middle;
top:
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
  return;
middle:
  pthread_mutex_lock(m);
  goto top;
}

void ranges(pthread_mutex_t *m, int k) {
  pthread_mutex_lock(m);
  switch (k) {
  case 0 ... 9:
    pthread_mutex_unlock(m);
    break;
  case 10 ... 2147483647:
    pthread_mutex_unlock(m);
    break;
  default:
    return;
  }
  pthread_mutex_destroy(m); // TN
}

void over_a_range(pthread_mutex_t *m, int k) {
  pthread_mutex_lock(m);
  switch (k) {
  case 0 ... 9:
    pthread_mutex_unlock(m);
  }
  if (k > 9 || k < 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
