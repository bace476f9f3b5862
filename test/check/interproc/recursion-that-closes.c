// The close is in a function that calls itself, the set in its caller.
// RUN: %check_notes %s
#include <pthread.h>
#include <stdlib.h>

struct list {
  pthread_mutex_t mu;
  struct list *next;
};

static void end(pthread_mutex_t *m, int n) {
  if (n == 0) {
    pthread_mutex_destroy(m);
    return;
  }
  end(m, n - 1);
}

void held(pthread_mutex_t *m, int n) {
  pthread_mutex_lock(m);
  end(m, n); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: calling 'end' here
  // CHECK-NEXT: :[[@LINE-13]]:{{[0-9]+}}: note: taking the true branch here
  // CHECK-NEXT: :[[@LINE-13]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void released(pthread_mutex_t *m, int n) {
  pthread_mutex_lock(m);
  pthread_mutex_unlock(m);
  end(m, n); // TN
}

static void free_list(struct list *l) {
  if (!l)
    return;
  free_list(l->next);
  pthread_mutex_destroy(&l->mu);
  free(l);
}

void list_with_a_locked_head(struct list *l) {
  pthread_mutex_lock(&l->mu);
  free_list(l); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore {{.*}} while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: calling 'free_list' here
  // CHECK-NEXT: :[[@LINE-13]]:{{[0-9]+}}: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-11]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void list_without(struct list *l) {
  pthread_mutex_lock(&l->mu);
  pthread_mutex_unlock(&l->mu);
  free_list(l); // TN
}
