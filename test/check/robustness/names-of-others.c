// RUN: %check %s
#include <pthread.h>

// A project's own function of a modelled name with other parameters.
typedef struct handle *HSEM;
int DosSemSet(HSEM h, int how);
int DosCloseSem(HSEM h, int how);

void other_parameters(HSEM h) {
  DosSemSet(h, 1);
  DosCloseSem(h, 2); // TN
}

struct mtx {
  int x;
};
int mtx_lock(struct mtx *m);
void mtx_destroy(struct mtx *m);

void other_type(struct mtx *m) {
  mtx_lock(m);
  mtx_destroy(m); // TN
}

// Defined here: the body counts, not the name.
int sem_wait(int *s) {
  return *s;
}
int sem_destroy(int *s) {
  return *s = 0;
}

void own_definition(int *s) {
  sem_wait(s);
  sem_destroy(s); // TN
}

void real_one(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}
