// RUN: %check %s
#include "os2.h"
#include <pthread.h>

int step(int);

int posix(pthread_mutex_t *m) {
  int locked = 0, rc = -1;
  if (step(1))
    goto out;
  pthread_mutex_lock(m);
  locked = 1;
  if (step(2))
    goto out;
  pthread_mutex_unlock(m);
  locked = 0;
  rc = step(3);
out:
  if (locked)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
  return rc;
}

int posix_flag_set_too_late(pthread_mutex_t *m) {
  int locked = 0, rc = -1;
  pthread_mutex_lock(m);
  if (step(2))
    goto out;
  locked = 1;
  rc = step(3);
out:
  if (locked)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  return rc;
}

int os2(HSEM h) {
  int stage = 0, rc;
  rc = step(1);
  if (rc)
    goto undo;
  DosSemSet(h);
  stage = 1;
  rc = step(2);
  if (rc)
    goto undo;
  stage = 2;
  rc = step(3);
undo:
  switch (stage) {
  case 2:
    step(-2);
    /* fall through */
  case 1:
    DosSemClear(h);
    /* fall through */
  case 0:
    DosCloseSem(h); // TN
  }
  return rc;
}
