// RUN: %check %s
#include "win32.h"
#include <pthread.h>
#include <stdlib.h>

// A project's own mutex type with its own functions.
typedef struct my_mutex {
#ifdef USE_WIN32
  CRITICAL_SECTION cs;
#else
  pthread_mutex_t mutex;
#endif
} my_mutex;

static my_mutex *my_mutex_new(void) {
  my_mutex *m = malloc(sizeof *m);
  if (m)
    pthread_mutex_init(&m->mutex, NULL);
  return m;
}

static int my_mutex_lock(my_mutex *m) {
  return pthread_mutex_lock(&m->mutex);
}

static int my_mutex_unlock(my_mutex *m) {
  return pthread_mutex_unlock(&m->mutex);
}

static void my_mutex_free(my_mutex *m) {
  if (!m)
    return;
  pthread_mutex_destroy(&m->mutex);
  free(m);
}

void held(void) {
  my_mutex *m = my_mutex_new();
  if (!m)
    return;
  my_mutex_lock(m);
  my_mutex_free(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm->mutex' while it {{is still|may still be}} set; potential ERROR_SEM_IS_SET (102)
}

void released(void) {
  my_mutex *m = my_mutex_new();
  if (!m)
    return;
  my_mutex_lock(m);
  my_mutex_unlock(m);
  my_mutex_free(m); // TN
}
