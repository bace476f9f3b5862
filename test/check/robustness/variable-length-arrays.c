// RUN: %check %s
#include <pthread.h>
#include <alloca.h>

void work(int *);

void held(int n) {
  int sizes[n];
  pthread_mutex_t locks[n];
  work(sizes);
  pthread_mutex_init(&locks[0], NULL);
  pthread_mutex_lock(&locks[0]);
  pthread_mutex_destroy(&locks[0]); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'locks[0]' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void released(int n) {
  int sizes[n][n + 1];
  pthread_mutex_t locks[n];
  work(sizes[0]);
  pthread_mutex_init(&locks[0], NULL);
  pthread_mutex_lock(&locks[0]);
  pthread_mutex_unlock(&locks[0]);
  pthread_mutex_destroy(&locks[0]); // TN
}

void in_loop(int n) {
  while (n-- > 1) {
    int sizes[n];
    pthread_mutex_t m;
    pthread_mutex_init(&m, NULL);
    pthread_mutex_lock(&m);
    work(sizes);
    pthread_mutex_unlock(&m);
    pthread_mutex_destroy(&m); // TN
  }
}

void parameter(int n, pthread_mutex_t locks[static n]) {
  pthread_mutex_lock(locks);
  pthread_mutex_destroy(locks); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'locks' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void on_the_stack(int n) {
  pthread_mutex_t *m = alloca(n * sizeof *m);
  pthread_mutex_init(m, NULL);
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
