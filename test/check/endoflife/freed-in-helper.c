// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>

struct item {
  pthread_mutex_t lock;
  int refs;
};

static void item_free(struct item *it) {
  free(it);
}

static void item_put(struct item *it) {
  pthread_mutex_lock(&it->lock);
  if (--it->refs == 0) {
    item_free(it); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'it->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
    return;
  }
  pthread_mutex_unlock(&it->lock);
}

static void item_put_right(struct item *it) {
  int last;
  pthread_mutex_lock(&it->lock);
  last = --it->refs == 0;
  pthread_mutex_unlock(&it->lock);
  if (last) {
    pthread_mutex_destroy(&it->lock); // TN
    item_free(it); // TN
  }
}

void use(struct item *a, struct item *b) {
  item_put(a);
  item_put_right(b);
}
