// RUN: %check %s
#include <pthread.h>

#define HELD 1u
#define DIRTY 2u
#define OPEN 4u

void work(void);
int ask(int);

void set_and_tested(pthread_mutex_t *m, int c) {
  unsigned flags = OPEN;
  if (c) {
    pthread_mutex_lock(m);
    flags |= HELD;
  }
  work();
  if (flags & HELD)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void other_bit_tested(pthread_mutex_t *m, int c) {
  unsigned flags = OPEN;
  if (c) {
    pthread_mutex_lock(m);
    flags |= HELD;
  }
  work();
  if (flags & DIRTY)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void bit_cleared(pthread_mutex_t *m, int c) {
  unsigned flags = OPEN;
  if (c) {
    pthread_mutex_lock(m);
    flags |= HELD;
  }
  if (flags & HELD) {
    pthread_mutex_unlock(m);
    flags &= ~HELD;
  }
  work();
  if (flags & HELD)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void unknown_bits_beside(pthread_mutex_t *m, unsigned flags) {
  flags &= ~HELD;
  if (ask(1)) {
    pthread_mutex_lock(m);
    flags |= HELD;
  }
  if (ask(2))
    flags |= DIRTY;
  if (flags & HELD)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void parameter_bits(pthread_mutex_t *m, unsigned flags) {
  if (!(flags & DIRTY))
    pthread_mutex_lock(m);
  work();
  if ((flags & DIRTY) == 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void several_bits(pthread_mutex_t *m, unsigned flags) {
  if (flags & (HELD | OPEN))
    pthread_mutex_lock(m);
  work();
  if (flags & (HELD | OPEN))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
