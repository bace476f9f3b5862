// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>

struct item {
  pthread_mutex_t lock;
};

// What is allocated now is not what the caller gave.
void old_one_held(struct item *i) {
  struct item *fresh = malloc(sizeof *fresh);
  if (!fresh)
    return;
  pthread_mutex_init(&fresh->lock, NULL);
  pthread_mutex_lock(&i->lock);
  pthread_mutex_lock(&fresh->lock);
  pthread_mutex_unlock(&fresh->lock);
  pthread_mutex_destroy(&fresh->lock); // TN
  free(fresh);                         // TN
  pthread_mutex_destroy(&i->lock);     // TP
}

void old_one_released(struct item *i) {
  struct item *fresh = malloc(sizeof *fresh);
  if (!fresh)
    return;
  pthread_mutex_init(&fresh->lock, NULL);
  pthread_mutex_lock(&i->lock);
  pthread_mutex_unlock(&i->lock);
  pthread_mutex_destroy(&i->lock); // TN
  free(fresh);                     // TN
}

void variable_released(void) {
  pthread_mutex_t local = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_t *fresh = malloc(sizeof *fresh);
  if (!fresh)
    return;
  pthread_mutex_lock(fresh);
  pthread_mutex_lock(&local);
  pthread_mutex_unlock(&local);
  free(fresh); // TP
}

void field_is_no_variable(void) {
  pthread_mutex_t local = PTHREAD_MUTEX_INITIALIZER;
  struct item *fresh = malloc(sizeof *fresh);
  if (!fresh)
    return;
  pthread_mutex_lock(&fresh->lock);
  pthread_mutex_lock(&local);
  pthread_mutex_unlock(&local);
  free(fresh); // TP
}
