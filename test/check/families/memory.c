// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>
struct job { int id; pthread_mutex_t lock; };
void kfree(const void *p);

void freed(struct job *j) {
  pthread_mutex_lock(&j->lock);
  free(j); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'j->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void freed_unlocked(struct job *j) {
  pthread_mutex_lock(&j->lock);
  pthread_mutex_unlock(&j->lock);
  free(j); // TN
}

void freed_by_the_kernel(struct job *j) {
  pthread_mutex_lock(&j->lock);
  kfree(j); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'j->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// A block that could not be moved is still there.
struct job *grown(struct job *j, size_t n) {
  pthread_mutex_lock(&j->lock);
  struct job *more = realloc(j, n * sizeof *j); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'j->lock' while it {{(is still|may still be)}} set; potential ERROR_SEM_IS_SET (102)
  return more;
}
