// RUN: %check %s
#include <pthread.h>

// Each level of calls goes on in several ways that its callers can tell apart,
// by what they know of the arguments. Their combinations grow with the depth.
struct device {
  pthread_mutex_t lock;
  int option[48], mode, last;
};

static int level_0(struct device *d) {
  if (pthread_mutex_lock(&d->lock) != 0)
    return -1;
  return 0;
}

#define LEVEL(N, BELOW)                                                        \
  static int level_##N(struct device *d) {                                     \
    if (d->option[2 * N])                                                      \
      d->mode = N;                                                             \
    else                                                                       \
      d->last = N;                                                             \
    int r = level_##BELOW(d);                                                  \
    if (d->option[2 * N + 1])                                                  \
      d->last = r;                                                             \
    return r;                                                                  \
  }
LEVEL(1, 0)
LEVEL(2, 1)
LEVEL(3, 2)
LEVEL(4, 3)
LEVEL(5, 4)
LEVEL(6, 5)
LEVEL(7, 6)
LEVEL(8, 7)
LEVEL(9, 8)
LEVEL(10, 9)
LEVEL(11, 10)
LEVEL(12, 11)
LEVEL(13, 12)
LEVEL(14, 13)
LEVEL(15, 14)
LEVEL(16, 15)
LEVEL(17, 16)
LEVEL(18, 17)
LEVEL(19, 18)
LEVEL(20, 19)
LEVEL(21, 20)
LEVEL(22, 21)
LEVEL(23, 22)

void destroyed_while_locked(struct device *d) {
  if (level_23(d) == 0)
    pthread_mutex_destroy(&d->lock); // TP
}

void destroyed_where_not_locked(struct device *d) {
  if (level_23(d) != 0)
    pthread_mutex_destroy(&d->lock); // TN
}

void destroyed_after_unlock(struct device *d) {
  if (level_23(d) == 0) {
    pthread_mutex_unlock(&d->lock);
    pthread_mutex_destroy(&d->lock); // TN
  }
}
