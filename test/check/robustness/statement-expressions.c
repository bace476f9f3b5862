// RUN: %check %s
#include <pthread.h>

int work(int);

#define WITH_LOCK(m, e)                                                        \
  ({                                                                           \
    int r_;                                                                    \
    pthread_mutex_lock(m);                                                     \
    r_ = (e);                                                                  \
    pthread_mutex_unlock(m);                                                   \
    r_;                                                                        \
  })

int balanced(pthread_mutex_t *m) {
  int n = WITH_LOCK(m, work(1)) + WITH_LOCK(m, work(2));
  pthread_mutex_destroy(m); // TN
  return n;
}

int return_inside(pthread_mutex_t *m) {
  int n = ({
    pthread_mutex_lock(m);
    if (work(1) < 0) {
      pthread_mutex_destroy(m); // TP
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
      return -1;
    }
    pthread_mutex_unlock(m);
    work(2);
  });
  pthread_mutex_destroy(m); // TN
  return n;
}

int condition(pthread_mutex_t *m, int c) {
  while (({ work(c); c-- > 0; }))
    work(3);
  if (({
        int rc = pthread_mutex_trylock(m);
        work(4);
        rc == 0;
      }))
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    pthread_mutex_destroy(m); // TN
  return 0;
}

int in_argument(pthread_mutex_t *m) {
  return work(({
    pthread_mutex_lock(m);
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  }));
}

void empty(pthread_mutex_t *m) {
  ({});
  pthread_mutex_lock(m);
  ({ ; });
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
