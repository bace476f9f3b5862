//===--- server.c - How a small job server shuts down ---------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Workers take jobs from a queue. At the end the queue is drained, the workers
// are joined, and everything is freed.
//
//===----------------------------------------------------------------------===//

#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { Workers = 4 };

struct job {
  struct job *next;
  int (*run)(void *);
  void *argument;
};

struct server {
  pthread_mutex_t lock;
  pthread_cond_t changed;
  struct job *jobs;
  unsigned pending;
  bool stopping;

  pthread_rwlock_t settings_lock;
  char *settings;

  sem_t ready; // posted by each worker once it runs
  pthread_t workers[Workers];
};

static void *work(void *argument) {
  struct server *s = argument;

  sem_post(&s->ready);
  pthread_mutex_lock(&s->lock);
  while (!s->stopping || s->jobs) {
    struct job *j = s->jobs;
    if (!j) {
      pthread_cond_wait(&s->changed, &s->lock);
      continue;
    }
    s->jobs = j->next;
    pthread_mutex_unlock(&s->lock);
    j->run(j->argument);
    free(j);
    pthread_mutex_lock(&s->lock);
    s->pending--;
    pthread_cond_broadcast(&s->changed);
  }
  pthread_mutex_unlock(&s->lock);
  return NULL;
}

// The permits of `ready` are signals: it starts with none, and taking what the
// workers posted leaves nothing held.
static bool start(struct server *s) {
  if (pthread_mutex_init(&s->lock, NULL))
    return false;
  pthread_cond_init(&s->changed, NULL);
  pthread_rwlock_init(&s->settings_lock, NULL);
  sem_init(&s->ready, 0, 0);
  for (int i = 0; i < Workers; i++)
    if (pthread_create(&s->workers[i], NULL, work, s))
      abort();
  for (int i = 0; i < Workers; i++)
    sem_wait(&s->ready);
  sem_destroy(&s->ready);
  return true;
}

// Replaces the settings. The way out for a file without text keeps the write
// lock, and `discard_settings` then destroys a lock that is held.
static int reload(struct server *s, const char *path) {
  char text[256];
  FILE *file = fopen(path, "r");
  if (!file)
    return -1;
  pthread_rwlock_wrlock(&s->settings_lock);
  free(s->settings);
  s->settings = NULL;
  if (!fgets(text, sizeof(text), file)) {
    fclose(file);
    return -1;
  }
  s->settings = malloc(sizeof(text));
  if (s->settings)
    snprintf(s->settings, sizeof(text), "%s", text);
  pthread_rwlock_unlock(&s->settings_lock);
  fclose(file);
  return 0;
}

static void discard_settings(struct server *s) {
  free(s->settings);
  pthread_rwlock_destroy(&s->settings_lock);
}

// Waits until all jobs are done, or for five seconds. `pthread_cond_timedwait`
// has the mutex again when it returns, also when it timed out, and the early
// return forgets that.
static int stop(struct server *s) {
  struct timespec until;

  clock_gettime(CLOCK_REALTIME, &until);
  until.tv_sec += 5;
  pthread_mutex_lock(&s->lock);
  s->stopping = true;
  pthread_cond_broadcast(&s->changed);
  while (s->pending > 0)
    if (pthread_cond_timedwait(&s->changed, &s->lock, &until) == ETIMEDOUT) {
      fprintf(stderr, "%u jobs are lost\n", s->pending);
      return -1;
    }
  pthread_mutex_unlock(&s->lock);
  for (int i = 0; i < Workers; i++)
    pthread_join(s->workers[i], NULL);
  return 0;
}

// A lock that may be busy may be asked: EBUSY is expected here.
static void destroy_patiently(pthread_mutex_t *lock, bool taken) {
  if (taken)
    pthread_mutex_lock(lock);
  while (pthread_mutex_destroy(lock) == EBUSY)
    pthread_mutex_unlock(lock);
}

int main(int argc, char **argv) {
  static pthread_mutex_t console = PTHREAD_MUTEX_INITIALIZER;
  struct server *s = calloc(1, sizeof(*s));

  if (!s || !start(s))
    return 1;
  if (argc > 1 && reload(s, argv[1]))
    fprintf(stderr, "%s: no settings\n", argv[1]);
  int status = stop(s);
  discard_settings(s);
  pthread_cond_destroy(&s->changed);
  pthread_mutex_destroy(&s->lock);
  free(s);
  destroy_patiently(&console, argc > 2);
  return status ? 1 : 0;
}
