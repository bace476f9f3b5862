// RUN: %check -broken %s
#include <pthread.h>

struct thing {
  no_such_type field;
  pthread_mutex_t lock;
};

void use(struct thing *t) {
  pthread_mutex_lock(&t->lock);
  pthread_mutex_destroy(&t->lock); // TN
}
