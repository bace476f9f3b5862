// RUN: %check %s
#include <pthread.h>
#include <semaphore.h>

int ask(int);

// How often the first loop runs and how often the second one is not known.
void two_loops(pthread_mutex_t *m, int a, int b) {
  for (int i = 0; i < a; ++i)
    pthread_mutex_lock(m);
  for (int i = 0; i < b; ++i)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void some_tries(pthread_mutex_t *m, int a, int taken) {
  for (int i = 0; i < a; ++i)
    if (pthread_mutex_trylock(m) != 0)
      ask(i);
  while (taken-- > 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void permits(int a, int b) {
  sem_t s;
  sem_init(&s, 0, 5);
  for (int i = 0; i < a; ++i)
    sem_wait(&s);
  for (int i = 0; i < b; ++i)
    sem_post(&s);
  sem_destroy(&s); // TN
}

static void take(pthread_mutex_t *m, int n) {
  for (int i = 0; i < n; ++i)
    pthread_mutex_lock(m);
}

static void give(pthread_mutex_t *m, int n) {
  for (int i = 0; i < n; ++i)
    pthread_mutex_unlock(m);
}

void helpers(pthread_mutex_t *m, int a, int b) {
  take(m, a);
  give(m, b);
  pthread_mutex_destroy(m); // TN
}

static void take_one(pthread_mutex_t *m) { pthread_mutex_lock(m); }
static void give_one(pthread_mutex_t *m) { pthread_mutex_unlock(m); }

void helpers_in_loops(pthread_mutex_t *m, int a, int b) {
  for (int i = 0; i < a; ++i)
    take_one(m);
  for (int i = 0; i < b; ++i)
    give_one(m);
  pthread_mutex_destroy(m); // TN
}

// Closed before the second loop.
void closed_in_the_first(pthread_mutex_t *m, int a, int b) {
  for (int i = 0; i < a; ++i) {
    pthread_mutex_lock(m);
    if (ask(i)) {
      pthread_mutex_destroy(m); // TP
      // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
      return;
    }
  }
  for (int i = 0; i < b; ++i)
    pthread_mutex_unlock(m);
}

void permits_not_given_back(int a) {
  sem_t s;
  sem_init(&s, 0, 5);
  for (int i = 0; i < a; ++i)
    sem_wait(&s);
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// The loop takes it once: it does not count.
void taken_after_some_tries(pthread_mutex_t *m, int n) {
  while (pthread_mutex_trylock(m) != 0)
    ask(0);
  while (n-- > 0)
    if (ask(1)) {
      pthread_mutex_unlock(m);
      return;
    }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// A path that does not come by the second loop.
void second_loop_left_out(pthread_mutex_t *m, int a, int b) {
  for (int i = 0; i < a; ++i)
    pthread_mutex_lock(m);
  if (ask(0)) {
    for (int i = 0; i < b; ++i)
      pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // FN the path avoids the loop that clears it
}

void both_loops_left_out(pthread_mutex_t *m, int a, int b) {
  if (ask(0)) {
    for (int i = 0; i < a; ++i)
      pthread_mutex_lock(m);
    for (int i = 0; i < b; ++i)
      pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // TN
}

void cleared_in_the_loop_before(pthread_mutex_t *m, int a, int b) {
  do {
    for (int i = 0; i < b; ++i)
      pthread_mutex_unlock(m);
    for (int i = 0; i < a; ++i)
      pthread_mutex_lock(m);
  } while (ask(0));
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void cleared_in_the_loop_behind(pthread_mutex_t *m, int a, int b) {
  do {
    for (int i = 0; i < a; ++i)
      pthread_mutex_lock(m);
    for (int i = 0; i < b; ++i)
      pthread_mutex_unlock(m);
  } while (ask(0));
  pthread_mutex_destroy(m); // TN
}

void helper_left_out(pthread_mutex_t *m, int a, int b) {
  take(m, a);
  if (ask(0))
    give(m, b);
  pthread_mutex_destroy(m); // FN the path avoids the loop that clears it
}

// The number of rounds that took it says whether the second loop runs.
void cleared_by_count_if_there_is_one(pthread_mutex_t *m, int n) {
  int held = 0;
  for (int i = 0; i < n; i++)
    if (ask(1)) {
      pthread_mutex_lock(m);
      held++;
    }
  if (held > 0)
    for (int i = 0; i < held; i++)
      pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void cleared_by_count_until_none_is_left(pthread_mutex_t *m) {
  int held = 0;
  while (ask(0))
    if (ask(1)) {
      held++;
      pthread_mutex_lock(m);
    }
  if (held)
    while (held > 0) {
      pthread_mutex_unlock(m);
      held--;
    }
  pthread_mutex_destroy(m); // TN
}
