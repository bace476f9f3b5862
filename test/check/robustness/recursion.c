// RUN: %check %s
#include <pthread.h>

int ask(int);

static void again(pthread_mutex_t *m, int n) {
  if (n > 0)
    again(m, n - 1);
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
}

void direct(pthread_mutex_t *m) {
  again(m, 5);
  pthread_mutex_destroy(m); // TN
}

static void ping(pthread_mutex_t *m, int n);
static void pong(pthread_mutex_t *m, int n) {
  if (ask(n))
    ping(m, n - 1);
}
static void ping(pthread_mutex_t *m, int n) {
  if (ask(n))
    pong(m, n - 1);
}

void mutual(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  ping(m, 3);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void infinite(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  infinite(m);
  pthread_mutex_destroy(m); // TN
}

int main(int argc, char **argv) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  if (argc > 1)
    return main(argc - 1, argv);
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  return 0;
}
