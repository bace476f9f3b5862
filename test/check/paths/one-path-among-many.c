// RUN: %check %s
#include <pthread.h>

int ask(int);
void work(int);

// Thousands of paths, one of which closes the lock while it is held.
void held(pthread_mutex_t *m) {
  int forgot = 0;
  if (ask(0)) work(0); else work(1);
  if (ask(1)) work(0); else work(1);
  if (ask(2)) work(0); else work(1);
  pthread_mutex_lock(m);
  if (ask(3)) work(0); else work(1);
  if (ask(4)) work(0); else work(1);
  if (ask(5)) work(0); else work(1);
  if (ask(6) == 3)
    forgot = 1;
  if (ask(7)) work(0); else work(1);
  if (ask(8)) work(0); else work(1);
  if (!forgot)
    pthread_mutex_unlock(m);
  if (ask(9)) work(0); else work(1);
  if (ask(10)) work(0); else work(1);
  if (ask(11)) work(0); else work(1);
  if (ask(12)) work(0); else work(1);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void released(pthread_mutex_t *m) {
  int forgot = 0;
  if (ask(0)) work(0); else work(1);
  if (ask(1)) work(0); else work(1);
  pthread_mutex_lock(m);
  if (ask(3)) work(0); else work(1);
  if (ask(4)) work(0); else work(1);
  if (ask(6) == 3)
    forgot = 1;
  if (ask(7)) work(0); else work(1);
  if (!forgot)
    pthread_mutex_unlock(m);
  if (ask(9)) work(0); else work(1);
  if (ask(10)) work(0); else work(1);
  if (forgot)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
