// RUN: %check %s
#include <pthread.h>
#include <string.h>

// A function of the unit that only looks gives the same answer as long as what it
// reads is the same, however it comes to it.

struct state { int kind, mode, table[4]; const char *name; struct state *next; };
int ask(void);
void work(struct state *s);

static int by_branches(struct state *s) {
  if (s->kind == 2)
    return 1;
  if (s->mode & 4)
    return 1;
  return 0;
}

static int by_cases(struct state *s) {
  switch (s->kind) {
  case 1:
  case 2:
  case 5:
    return 1;
  case 7:
    return s->mode;
  default:
    return 0;
  }
}

static int by_a_loop(struct state *s, int wanted) {
  for (int i = 0; i < 4; i++)
    if (s->table[i] == wanted)
      return 1;
  return 0;
}

static int by_name(struct state *s) {
  return s->name && strcmp(s->name, "lock") == 0;
}

static int by_others(struct state *s) {
  return by_cases(s) || by_name(s);
}

static int by_chance(struct state *s) {
  if (s->kind == 2)
    return 1;
  return ask();
}

void branches(pthread_mutex_t *m, struct state *s) {
  if (by_branches(s))
    pthread_mutex_lock(m);
  if (by_branches(s))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void left_before(pthread_mutex_t *m, struct state *s) {
  if (!by_branches(s))
    return;
  pthread_mutex_lock(m);
  if (by_branches(s))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void in_place(pthread_mutex_t *m, struct state *s) {
  if (!by_branches(s))
    return;
  pthread_mutex_lock(m);
  if (s->kind == 2 || (s->mode & 4))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void cases(pthread_mutex_t *m, struct state *s) {
  if (by_cases(s))
    pthread_mutex_lock(m);
  if (by_cases(s))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void loop(pthread_mutex_t *m, struct state *s) {
  if (by_a_loop(s, 3))
    pthread_mutex_lock(m);
  if (by_a_loop(s, 3))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void another_number(pthread_mutex_t *m, struct state *s) {
  if (by_a_loop(s, 3))
    pthread_mutex_lock(m);
  if (by_a_loop(s, 4))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void name(pthread_mutex_t *m, struct state *s) {
  if (by_name(s))
    pthread_mutex_lock(m);
  if (by_name(s))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void others(pthread_mutex_t *m, struct state *s) {
  int known = by_others(s);
  if (known)
    pthread_mutex_lock(m);
  if (by_others(s))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void another_state(pthread_mutex_t *m, struct state *s) {
  if (by_others(s))
    pthread_mutex_lock(m);
  if (by_others(s->next))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void another_question(pthread_mutex_t *m, struct state *s) {
  if (by_others(s))
    pthread_mutex_lock(m);
  if (by_name(s))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void changed_in_between(pthread_mutex_t *m, struct state *s) {
  if (by_a_loop(s, 3))
    pthread_mutex_lock(m);
  s->table[1] = s->kind;
  if (by_a_loop(s, 3))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// It is set where the answer was no, and the answer is yes since then.
void made_true(pthread_mutex_t *m, struct state *s) {
  if (!by_cases(s)) {
    pthread_mutex_lock(m);
    s->kind = 5;
  }
  if (by_cases(s))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void changed_by_others(pthread_mutex_t *m, struct state *s) {
  if (by_a_loop(s, 3))
    pthread_mutex_lock(m);
  work(s);
  if (by_a_loop(s, 3))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void chance(pthread_mutex_t *m, struct state *s) {
  if (by_chance(s))
    pthread_mutex_lock(m);
  if (by_chance(s))
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void each_round(pthread_mutex_t *m, struct state *s) {
  for (; s; s = s->next) {
    if (by_branches(s))
      pthread_mutex_lock(m);
    if (by_branches(s))
      pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // TN
}

void changed_in_each_round(pthread_mutex_t *m, struct state *s) {
  for (; s; s = s->next) {
    if (by_branches(s))
      pthread_mutex_lock(m);
    s->kind = s->table[1];
    if (by_branches(s))
      pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
