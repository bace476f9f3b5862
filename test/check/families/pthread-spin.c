// RUN: %check %s
#include <pthread.h>

void locked(pthread_spinlock_t *s) {
  pthread_spin_lock(s);
  pthread_spin_destroy(s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(void) {
  pthread_spinlock_t s;
  pthread_spin_init(&s, PTHREAD_PROCESS_PRIVATE);
  pthread_spin_lock(&s);
  pthread_spin_unlock(&s);
  pthread_spin_destroy(&s); // TN
}

void busy(pthread_spinlock_t *s) {
  if (pthread_spin_trylock(s))
    pthread_spin_destroy(s); // TN
}
