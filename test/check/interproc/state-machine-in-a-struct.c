// RUN: %check %s
#include <pthread.h>

enum state { Idle, Running, Stopped };

struct machine {
  pthread_mutex_t lock;
  enum state state;
};

static void begin(struct machine *m) {
  pthread_mutex_lock(&m->lock);
  m->state = Running;
}

static void end(struct machine *m) {
  if (m->state != Running)
    return;
  m->state = Stopped;
  pthread_mutex_unlock(&m->lock);
}

void run(struct machine *m) {
  begin(m);
  end(m);
  pthread_mutex_destroy(&m->lock); // TN
}

void reset_between(struct machine *m) {
  begin(m);
  m->state = Idle;
  end(m);
  pthread_mutex_destroy(&m->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void ended_twice(struct machine *m) {
  begin(m);
  end(m);
  end(m);
  pthread_mutex_destroy(&m->lock); // TN
}

void begun_on_one_path(struct machine *m, int c) {
  m->state = Idle;
  if (c)
    begin(m);
  end(m);
  pthread_mutex_destroy(&m->lock); // TN
}
