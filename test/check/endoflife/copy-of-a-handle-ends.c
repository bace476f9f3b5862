// RUN: %check %s
// Where the lock type is a pointer or a number, a local of that type may be a
// copy: the lock lives on when the copy goes.
typedef struct mutex_body *pthread_mutex_t;
struct mutex_body {
  int depth;
};
int pthread_mutex_init(pthread_mutex_t *, const void *);
int pthread_mutex_lock(pthread_mutex_t *);
int pthread_mutex_trylock(pthread_mutex_t *);
int pthread_mutex_unlock(pthread_mutex_t *);
int pthread_mutex_destroy(pthread_mutex_t *);

int copied(pthread_mutex_t *mutex) {
  pthread_mutex_t m = *mutex;
  if (pthread_mutex_trylock(&m) != 0)
    return -1;
  if (m->depth > 1)
    return 1; // TN
  pthread_mutex_unlock(&m);
  return 0; // TN
}

void copied_out(pthread_mutex_t *mutex) {
  pthread_mutex_t m;
  pthread_mutex_init(&m, 0);
  pthread_mutex_lock(&m);
  *mutex = m;
} // TN

void destroyed(pthread_mutex_t *mutex) {
  pthread_mutex_lock(mutex);
  pthread_mutex_destroy(mutex); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'mutex' while it is still set; potential ERROR_SEM_IS_SET (102)
}
