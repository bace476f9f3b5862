// RUN: %check %s
#include <pthread.h>

void keep(pthread_mutex_t *m);
void work(void);

// Whoever kept the address can release the lock later.
void kept(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  keep(&m);
  pthread_mutex_lock(&m);
  work();
  pthread_mutex_destroy(&m); // TN
}

void no_call_since(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  keep(&m);
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void not_kept(void) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  work();
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// The address is kept by memory that unseen code knows.
struct holder {
  pthread_mutex_t *held;
};
void start(struct holder *h);

void known_to_a_holder(void) {
  pthread_mutex_t m;
  struct holder h = {&m};
  pthread_mutex_init(&m, NULL);
  start(&h);
  pthread_mutex_lock(&m);
  work();
  pthread_mutex_destroy(&m); // TN
}

void told_to_a_holder_later(void) {
  pthread_mutex_t m;
  struct holder h = {NULL};
  start(&h);
  h.held = &m;
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  work();
  pthread_mutex_destroy(&m); // TN
}

void holder_not_given_away(void) {
  pthread_mutex_t m;
  struct holder h = {&m};
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(h.held);
  work();
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
