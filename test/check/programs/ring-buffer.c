// RUN: %check %s
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <time.h>

// A bounded buffer: `room` counts free places, `items` counts full ones.
struct ring {
  sem_t room, items;
  pthread_spinlock_t lock;
  unsigned head, tail, size;
  void **slots;
};

int ring_init(struct ring *r, unsigned size) {
  r->slots = calloc(size, sizeof *r->slots);
  if (!r->slots)
    return -1;
  r->head = r->tail = 0;
  r->size = size;
  if (sem_init(&r->room, 0, size) < 0)
    goto free_slots;
  if (sem_init(&r->items, 0, 0) < 0)
    goto destroy_room;
  if (pthread_spin_init(&r->lock, PTHREAD_PROCESS_PRIVATE))
    goto destroy_items;
  return 0;
destroy_items:
  sem_destroy(&r->items); // TN
destroy_room:
  sem_destroy(&r->room); // TN
free_slots:
  free(r->slots);
  return -1;
}

int ring_put(struct ring *r, void *item) {
  while (sem_wait(&r->room) < 0)
    if (errno != EINTR)
      return -1;
  pthread_spin_lock(&r->lock);
  r->slots[r->head++ % r->size] = item;
  pthread_spin_unlock(&r->lock);
  return sem_post(&r->items);
}

void *ring_get(struct ring *r, const struct timespec *until) {
  void *item;
  if (sem_timedwait(&r->items, until) < 0)
    return NULL;
  pthread_spin_lock(&r->lock);
  item = r->slots[r->tail++ % r->size];
  pthread_spin_unlock(&r->lock);
  sem_post(&r->room);
  return item;
}

// Takes what is left, and never gives the places back: they are not permits
// of anybody when the ring goes.
void ring_destroy(struct ring *r) {
  while (sem_trywait(&r->items) == 0) {
    pthread_spin_lock(&r->lock);
    free(r->slots[r->tail++ % r->size]);
    pthread_spin_unlock(&r->lock);
  }
  free(r->slots);
  sem_destroy(&r->items); // TN
  sem_destroy(&r->room); // TN
  pthread_spin_destroy(&r->lock); // TN
}

void ring_destroy_held(struct ring *r) {
  pthread_spin_lock(&r->lock);
  free(r->slots);
  r->slots = NULL;
  sem_destroy(&r->items); // TN
  sem_destroy(&r->room); // TN
  pthread_spin_destroy(&r->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'r->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}
