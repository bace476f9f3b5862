// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>

typedef struct my_mutex {
  pthread_mutex_t *mutex;
} my_mutex;

static int my_mutex_init(my_mutex *m) {
  m->mutex = malloc(sizeof *m->mutex);
  if (!m->mutex)
    return -1;
  return pthread_mutex_init(m->mutex, NULL);
}

static void my_mutex_lock(my_mutex *m) {
  if (pthread_mutex_lock(m->mutex))
    abort();
}

static void my_mutex_unlock(my_mutex *m) {
  if (pthread_mutex_unlock(m->mutex))
    abort();
}

static void my_mutex_destroy(my_mutex *m) {
  pthread_mutex_destroy(m->mutex); // TN
  free(m->mutex);
  m->mutex = NULL;
}

int use(int c) {
  my_mutex m;
  if (my_mutex_init(&m))
    return -1;
  my_mutex_lock(&m);
  if (c) {
    my_mutex_unlock(&m);
    my_mutex_destroy(&m);
    return 0;
  }
  my_mutex_unlock(&m);
  my_mutex_destroy(&m);
  return 1;
}
