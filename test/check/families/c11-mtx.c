// RUN: %check %s -- -std=c11
// thrd_success need not be 0, and mtx_recursive need not be 1.
typedef struct { int state[10]; } mtx_t;
typedef struct { int state[12]; } cnd_t;
enum { mtx_plain = 1, mtx_recursive = 2, mtx_timed = 4 };
enum { thrd_error = 0, thrd_busy = 1, thrd_success = 7 };
int mtx_init(mtx_t *m, int type);
int mtx_lock(mtx_t *m);
int mtx_trylock(mtx_t *m);
int mtx_unlock(mtx_t *m);
void mtx_destroy(mtx_t *m);
int cnd_wait(cnd_t *c, mtx_t *m);

void locked(mtx_t *m) {
  if (mtx_lock(m) != thrd_success)
    return;
  mtx_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void not_locked(mtx_t *m) {
  if (mtx_lock(m) == thrd_error)
    mtx_destroy(m); // TN
}

void busy(mtx_t *m) {
  if (mtx_trylock(m) == thrd_busy)
    mtx_destroy(m); // TN
}

void recursive(void) {
  mtx_t m;
  mtx_init(&m, mtx_plain | mtx_recursive);
  mtx_lock(&m);
  mtx_lock(&m);
  mtx_unlock(&m);
  mtx_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void waited(cnd_t *c, mtx_t *m) {
  cnd_wait(c, m);
  mtx_unlock(m);
  mtx_destroy(m); // TN
}
