// RUN: %check %s
// A callee that leaves the address of a lock in memory of its caller gives it to
// those who get that memory, and to nobody else.
#include <pthread.h>

struct context {
  pthread_mutex_t *lock;
  int users;
};

void keep(void *);
void work(void);
int ask(void);

static void attach(struct context *c, pthread_mutex_t *m) { c->lock = m; }
static void attach_in_callee(struct context *c, pthread_mutex_t *m) {
  c->users = 1;
  attach(c, m);
}

void own_memory(void) {
  pthread_mutex_t m;
  struct context c;
  attach(&c, &m);
  pthread_mutex_lock(&m);
  work();
} // TP

void own_memory_two_levels(void) {
  pthread_mutex_t m;
  struct context c;
  attach_in_callee(&c, &m);
  pthread_mutex_lock(&m);
  work();
} // TP

void memory_of_the_caller(struct context *c) {
  pthread_mutex_t m;
  attach(c, &m);
  pthread_mutex_lock(&m);
  work();
} // TN

void given_away_later(void) {
  pthread_mutex_t m;
  struct context c;
  attach_in_callee(&c, &m);
  pthread_mutex_lock(&m);
  keep(&c);
} // TN

void given_away_before(void) {
  pthread_mutex_t m;
  struct context c;
  keep(&c);
  attach(&c, &m);
  pthread_mutex_lock(&m);
  work();
} // TN

void one_of_two_left(void) {
  pthread_mutex_t m, n;
  struct context c;
  if (ask())
    attach(&c, &m);
  else
    attach(&c, &n);
  keep(&c);
  pthread_mutex_lock(&m);
  work();
  pthread_mutex_lock(&n);
  work();
} // TN

static void attach_and_tell(pthread_mutex_t *m) {
  struct context c;
  attach(&c, m);
  keep(&c);
}

static void attach_and_forget(pthread_mutex_t *m) {
  struct context c;
  attach(&c, m);
}

void callee_tells(void) {
  pthread_mutex_t m;
  attach_and_tell(&m);
  pthread_mutex_lock(&m);
  work();
} // TN

void callee_forgets(void) {
  pthread_mutex_t m;
  attach_and_forget(&m);
  pthread_mutex_lock(&m);
  work();
} // TP
