// RUN: %check %s
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

typedef struct task {
  void (*run)(void *);
  void *argument;
  struct task *next;
} task;

typedef struct pool {
  pthread_mutex_t lock;
  pthread_cond_t work_ready;
  pthread_cond_t all_idle;
  task *head, *tail;
  pthread_t *threads;
  int count, busy;
  bool stopping;
} pool;

static task *take(pool *p) {
  task *t = p->head;
  if (t) {
    p->head = t->next;
    if (!p->head)
      p->tail = NULL;
  }
  return t;
}

static void *worker(void *argument) {
  pool *p = argument;
  pthread_mutex_lock(&p->lock);
  for (;;) {
    task *t;
    while (!p->stopping && !p->head)
      pthread_cond_wait(&p->work_ready, &p->lock);
    if (p->stopping)
      break;
    t = take(p);
    p->busy++;
    pthread_mutex_unlock(&p->lock);
    t->run(t->argument);
    free(t);
    pthread_mutex_lock(&p->lock);
    if (--p->busy == 0)
      pthread_cond_signal(&p->all_idle);
  }
  pthread_mutex_unlock(&p->lock);
  return NULL;
}

static void stop_threads(pool *p) {
  int i;
  pthread_mutex_lock(&p->lock);
  p->stopping = true;
  pthread_cond_broadcast(&p->work_ready);
  pthread_mutex_unlock(&p->lock);
  for (i = 0; i < p->count; i++)
    pthread_join(p->threads[i], NULL);
}

pool *pool_new(int count) {
  pool *p = calloc(1, sizeof *p);
  if (!p)
    return NULL;
  if (pthread_mutex_init(&p->lock, NULL))
    goto free_pool;
  if (pthread_cond_init(&p->work_ready, NULL))
    goto destroy_lock;
  if (pthread_cond_init(&p->all_idle, NULL))
    goto destroy_ready;
  p->threads = calloc(count, sizeof *p->threads);
  if (!p->threads)
    goto destroy_idle;
  pthread_mutex_lock(&p->lock);
  while (p->count < count) {
    if (pthread_create(&p->threads[p->count], NULL, worker, p))
      break;
    p->count++;
  }
  pthread_mutex_unlock(&p->lock);
  if (p->count == count)
    return p;
  stop_threads(p);
  free(p->threads);
destroy_idle:
  pthread_cond_destroy(&p->all_idle);
destroy_ready:
  pthread_cond_destroy(&p->work_ready);
destroy_lock:
  pthread_mutex_destroy(&p->lock); // TN
free_pool:
  free(p); // TN
  return NULL;
}

int pool_add(pool *p, void (*run)(void *), void *argument) {
  task *t = malloc(sizeof *t);
  if (!t)
    return ENOMEM;
  t->run = run;
  t->argument = argument;
  t->next = NULL;
  pthread_mutex_lock(&p->lock);
  if (p->stopping) {
    pthread_mutex_unlock(&p->lock);
    free(t); // TN
    return EINVAL;
  }
  if (p->tail)
    p->tail->next = t;
  else
    p->head = t;
  p->tail = t;
  pthread_cond_signal(&p->work_ready);
  pthread_mutex_unlock(&p->lock);
  return 0;
}

void pool_wait(pool *p) {
  pthread_mutex_lock(&p->lock);
  while (p->head || p->busy)
    pthread_cond_wait(&p->all_idle, &p->lock);
  pthread_mutex_unlock(&p->lock);
}

void pool_free(pool *p) {
  task *t;
  if (!p)
    return;
  stop_threads(p);
  pthread_mutex_lock(&p->lock);
  while ((t = take(p)) != NULL)
    free(t);
  pthread_mutex_unlock(&p->lock);
  free(p->threads);
  pthread_cond_destroy(&p->all_idle);
  pthread_cond_destroy(&p->work_ready);
  pthread_mutex_destroy(&p->lock); // TN
  free(p); // TN
}

// The same, but nothing is released after the last task is dropped.
void pool_free_held(pool *p) {
  task *t;
  stop_threads(p);
  pthread_mutex_lock(&p->lock);
  while ((t = take(p)) != NULL)
    free(t);
  free(p->threads);
  pthread_cond_destroy(&p->all_idle);
  pthread_cond_destroy(&p->work_ready);
  pthread_mutex_destroy(&p->lock); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'p->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
  free(p);
}
