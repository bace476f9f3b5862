// RUN: %check %s
#include <pthread.h>

// A callee writes to memory that it got from somewhere. Only what its caller can
// find there concerns the caller: what is returned, or hangs on something that
// the caller knows. The rest would double at each level.
struct node {
  struct node *next;
  pthread_mutex_t *lock;
  int taken;
};
struct node *make(void);

static void write_0(void) {
  struct node *n = make();
  n->taken = 1;
  n->next->taken = 2;
}
#define TWICE(TO, FROM)                                                        \
  static void write_##TO(void) {                                               \
    write_##FROM();                                                            \
    write_##FROM();                                                            \
  }
TWICE(1, 0) TWICE(2, 1) TWICE(3, 2) TWICE(4, 3) TWICE(5, 4) TWICE(6, 5)
TWICE(7, 6) TWICE(8, 7) TWICE(9, 8) TWICE(10, 9) TWICE(11, 10) TWICE(12, 11)
TWICE(13, 12) TWICE(14, 13) TWICE(15, 14) TWICE(16, 15) TWICE(17, 16)
TWICE(18, 17) TWICE(19, 18) TWICE(20, 19) TWICE(21, 20) TWICE(22, 21)
TWICE(23, 22) TWICE(24, 23) TWICE(25, 24)

void others_memory(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  write_25();
  pthread_mutex_destroy(m); // TP
}

void others_memory_then_unlock(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  write_25();
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

// Returned.
static struct node *returned(pthread_mutex_t *m) {
  struct node *n = make();
  n->lock = m;
  n->taken = 0;
  return n;
}

void found_by_return(pthread_mutex_t *m) {
  struct node *n = returned(m);
  pthread_mutex_lock(n->lock);
  if (n->taken)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
}

void found_by_return_then_unlock(pthread_mutex_t *m) {
  struct node *n = returned(m);
  pthread_mutex_lock(m);
  if (!n->taken)
    pthread_mutex_unlock(n->lock);
  pthread_mutex_destroy(m); // TN
}

// Behind something that hangs on what the caller passed.
static void hang(struct node *list, pthread_mutex_t *m) {
  struct node *n = make(), *last = make();
  list->next = n;
  n->next = last;
  last->lock = m;
  last->taken = 0;
}

void found_two_steps_behind(struct node *list, pthread_mutex_t *m) {
  hang(list, m);
  pthread_mutex_lock(list->next->next->lock);
  if (list->next->next->taken)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
}

void found_two_steps_behind_then_unlock(struct node *list, pthread_mutex_t *m) {
  hang(list, m);
  pthread_mutex_lock(m);
  if (!list->next->next->taken)
    pthread_mutex_unlock(list->next->next->lock);
  pthread_mutex_destroy(m); // TN
}
