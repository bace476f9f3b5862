// RUN: %check %s
#include "os2.h"
#include <pthread.h>

int step(int);

struct dev {
  pthread_mutex_t a, b;
  pthread_rwlock_t c;
};

int open_dev(struct dev *d) {
  int rc = pthread_mutex_lock(&d->a);
  if (rc)
    goto out;
  rc = pthread_mutex_lock(&d->b);
  if (rc)
    goto unlock_a;
  rc = pthread_rwlock_wrlock(&d->c);
  if (rc)
    goto unlock_b;
  rc = step(1);
  if (rc)
    goto unlock_c;
  step(2);
unlock_c:
  pthread_rwlock_unlock(&d->c);
unlock_b:
  pthread_mutex_unlock(&d->b);
unlock_a:
  pthread_mutex_unlock(&d->a);
out:
  pthread_rwlock_destroy(&d->c); // TN
  pthread_mutex_destroy(&d->b); // TN
  pthread_mutex_destroy(&d->a); // TN
  return rc;
}

// One jump goes one label too far.
int open_dev_wrong(struct dev *d) {
  int rc = pthread_mutex_lock(&d->a);
  if (rc)
    goto out;
  rc = pthread_mutex_lock(&d->b);
  if (rc)
    goto unlock_a;
  rc = step(1);
  if (rc)
    goto unlock_a;
  pthread_mutex_unlock(&d->b);
unlock_a:
  pthread_mutex_unlock(&d->a);
out:
  pthread_mutex_destroy(&d->b); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'd->b' while it may still be set; potential ERROR_SEM_IS_SET (102)
  pthread_mutex_destroy(&d->a); // TN
  return rc;
}

int error_variable(pthread_mutex_t *m) {
  int err = pthread_mutex_lock(m);
  if (err)
    goto fail;
  step(3);
fail:
  if (!err)
    pthread_mutex_unlock(m);
  return pthread_mutex_destroy(m); // TN
}

int chained(pthread_mutex_t *m) {
  int rc, held = 0;
  if ((rc = step(1)) || (rc = pthread_mutex_lock(m)) || (held = 1, rc = step(2)))
    step(-1);
  if (held)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
  return rc;
}

int chained_forgotten(pthread_mutex_t *m) {
  int ok = step(1) == 0 && pthread_mutex_lock(m) == 0 && step(2) == 0;
  if (ok)
    pthread_mutex_unlock(m);
  return pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}
