// RUN: %check %s
#include "os2.h"
#include <pthread.h>
#include <stdlib.h>

int ask(void);
struct state { pthread_mutex_t lock; int users; };

// Whoever was locked is unlocked.
void by_the_pointer(pthread_mutex_t *a, pthread_mutex_t *b, int c) {
  pthread_mutex_t *m = a;
  if (c)
    m = b;
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(a); // TN
  pthread_mutex_destroy(b); // TN
}

void by_the_pointer_held(pthread_mutex_t *a, pthread_mutex_t *b, int c) {
  pthread_mutex_t *m = a;
  if (c)
    m = b;
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: note: set here
}

// Locked through a pointer that is one of two, closed by another name.
void by_another_name(pthread_mutex_t *a, pthread_mutex_t *b, int c) {
  pthread_mutex_t *m = a;
  if (c)
    m = b;
  pthread_mutex_lock(m);
  pthread_mutex_destroy(a); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'a' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void chosen_before(HSEM a, HSEM b, int c) {
  HSEM h = a;
  if (c) {
    h = b;
    DosSemSet(h);
    DosCloseSem(b); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'b' while it is still set; potential ERROR_SEM_IS_SET (102)
    return;
  }
  DosSemSet(h);
  DosCloseSem(a); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'a' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// Of the condition nothing is kept, but it is known which of the two it is.
void by_an_unknown_choice(pthread_mutex_t *a, pthread_mutex_t *b) {
  pthread_mutex_t *m = ask() ? a : b;
  pthread_mutex_lock(m);
  pthread_mutex_destroy(b); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'b' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: taking the false branch here
  // CHECK: :[[@LINE-4]]:{{[0-9]+}}: note: set here
}

void by_an_unknown_choice_released(pthread_mutex_t *a, pthread_mutex_t *b) {
  pthread_mutex_t *m = ask() ? a : b;
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(a); // TN
  pthread_mutex_destroy(b); // TN
}

void released_by_an_unknown_choice(pthread_mutex_t *a, pthread_mutex_t *b) {
  pthread_mutex_lock(a);
  pthread_mutex_t *m = ask() ? a : b;
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(a); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'a' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void both_released(pthread_mutex_t *a, pthread_mutex_t *b) {
  pthread_mutex_lock(a);
  pthread_mutex_lock(b);
  pthread_mutex_t *m = ask() ? a : b;
  pthread_mutex_unlock(m);
  pthread_mutex_unlock(m == a ? b : a);
  pthread_mutex_destroy(a); // TN
  pthread_mutex_destroy(b); // TN
}

void chosen_by_if(struct state *a, struct state *b) {
  struct state *s = a;
  if (ask())
    s = b;
  pthread_mutex_lock(&s->lock);
  free(b); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 's->lock' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK: :[[@LINE-5]]:{{[0-9]+}}: note: taking the true branch here
}

void chosen_by_if_the_other(struct state *a, struct state *b) {
  struct state *s = a, *other = b;
  if (ask()) {
    s = b;
    other = a;
  }
  pthread_mutex_lock(&s->lock);
  free(other); // TN
  pthread_mutex_unlock(&s->lock);
}

void copied_choice(HSEM a, HSEM b, HSEM c) {
  HSEM inner = ask() ? b : c;
  HSEM h = ask() ? a : inner;
  DosSemSet(h);
  DosCloseSem(c); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'c' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK: :[[@LINE-5]]:{{[0-9]+}}: note: taking the false branch here
  // CHECK: :[[@LINE-5]]:{{[0-9]+}}: note: taking the false branch here
  DosSemClear(h);
}

void in_a_loop(pthread_mutex_t *a, pthread_mutex_t *b, int n) {
  for (int i = 0; i < n; i++) {
    pthread_mutex_t *m = ask() ? a : b;
    pthread_mutex_lock(m);
    pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(a); // TN
  pthread_mutex_destroy(b); // TN
}

// What is perhaps the same lock is closed: either that close fails or the next.
void closed_under_another_name(struct state *s, pthread_mutex_t *n) {
  pthread_mutex_lock(&s->lock);
  pthread_mutex_destroy(n); // TN nothing says that it is this one
  free(s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 's->lock' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void another_one_closed(struct state *s, struct state *t) {
  pthread_mutex_lock(&s->lock);
  pthread_mutex_destroy(&t->lock); // TN
  pthread_mutex_unlock(&s->lock);
  free(s); // TN
}

void closed_and_known_to_be_another(struct state *s, pthread_mutex_t *n) {
  pthread_mutex_lock(&s->lock);
  if (n != &s->lock)
    pthread_mutex_destroy(n); // TN
  pthread_mutex_unlock(&s->lock);
  free(s); // TN
}
