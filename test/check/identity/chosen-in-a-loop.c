// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>

// Which of several objects a variable holds after a loop, if there are not more of
// them with each round.

int ask(void);
struct state { pthread_mutex_t lock; };
struct node { pthread_mutex_t lock; struct node *next; };

void swapped_in_a_loop(pthread_mutex_t *m, struct state *s) {
  pthread_mutex_t *p = &s->lock, *q = m;
  do {
    pthread_mutex_t *r = p;
    p = q;
    q = r;
  } while (ask());
  pthread_mutex_lock(p);
  free(s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'p' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void swapped_and_released(pthread_mutex_t *m, struct state *s) {
  pthread_mutex_t *p = &s->lock, *q = m;
  do {
    pthread_mutex_t *r = p;
    p = q;
    q = r;
  } while (ask());
  pthread_mutex_lock(p);
  pthread_mutex_unlock(p);
  free(s); // TN
}

void given_up_in_a_loop(pthread_mutex_t *m) {
  pthread_mutex_t *p = m;
  do {
    if (ask())
      p = NULL;
  } while (ask());
  if (p)
    pthread_mutex_lock(p);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void given_up_and_released(pthread_mutex_t *m) {
  pthread_mutex_t *p = m;
  do {
    if (ask())
      p = NULL;
  } while (ask());
  if (p)
    pthread_mutex_lock(p);
  if (p)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void last_of_a_list(struct node *n) {
  while (n->next)
    n = n->next;
  pthread_mutex_lock(&n->lock);
  pthread_mutex_unlock(&n->lock);
  pthread_mutex_destroy(&n->lock); // TN
}

void last_of_a_list_held(struct node *n) {
  while (n->next)
    n = n->next;
  pthread_mutex_lock(&n->lock);
  pthread_mutex_destroy(&n->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'n->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}
