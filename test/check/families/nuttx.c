// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
typedef struct sem_s { short count; } sem_t;
struct mutex_s { sem_t sem; int holder; };
typedef struct mutex_s mutex_t;
struct rmutex_s { mutex_t mutex; unsigned count; };
typedef struct rmutex_s rmutex_t;
int nxmutex_init(mutex_t *m);
int nxmutex_lock(mutex_t *m);
int nxmutex_trylock(mutex_t *m);
int nxmutex_unlock(mutex_t *m);
int nxmutex_destroy(mutex_t *m);
int nxrmutex_lock(rmutex_t *m);
int nxrmutex_unlock(rmutex_t *m);
int nxrmutex_destroy(rmutex_t *m);
int nxsem_init(sem_t *s, int shared, unsigned value);
int nxsem_wait(sem_t *s);
int nxsem_destroy(sem_t *s);
struct timespec;
int nxmutex_timedlock(mutex_t *m, unsigned ms);
int nxmutex_clocklock(mutex_t *m, int clock, const struct timespec *t);
void nxmutex_reset(mutex_t *m);
int nxrmutex_init(rmutex_t *m);
int nxsem_set_protocol(sem_t *s, int protocol);
int nxsem_tickwait(sem_t *s, unsigned ticks);
int nxsem_post(sem_t *s);

// That no result is above 0, the model cannot say.
void locked(mutex_t *m) {
  if (nxmutex_lock(m) < 0)
    return;
  nxmutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it {{(is still|may still be)}} set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(mutex_t *m) {
  nxmutex_lock(m);
  nxmutex_unlock(m);
  nxmutex_destroy(m); // TN
}

void busy(mutex_t *m) {
  if (nxmutex_trylock(m) < 0)
    nxmutex_destroy(m); // TN
}

void nested(rmutex_t *m) {
  nxrmutex_lock(m);
  nxrmutex_lock(m);
  nxrmutex_unlock(m);
  nxrmutex_unlock(m);
  nxrmutex_destroy(m); // TN
}

void signal(void) {
  sem_t s;
  nxsem_init(&s, 0, 0);
  nxsem_wait(&s);
  nxsem_destroy(&s); // TN
}

void with_limits(mutex_t *m, const struct timespec *t) {
  if (nxmutex_timedlock(m, 10) == 0)
    nxmutex_unlock(m);
  if (nxmutex_clocklock(m, 0, t) == 0)
    nxmutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    nxmutex_destroy(m); // TN
}

void nested_and_unlocked_once(void) {
  rmutex_t m;
  nxrmutex_init(&m);
  nxrmutex_lock(&m);
  nxrmutex_lock(&m);
  nxrmutex_unlock(&m);
  nxrmutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

// Free after it, whoever held it.
void reset(mutex_t *m) {
  nxmutex_lock(m);
  nxmutex_reset(m);
  nxmutex_destroy(m); // TN
}

void permit(void) {
  sem_t s;
  nxsem_init(&s, 0, 1);
  nxsem_set_protocol(&s, 0);
  nxsem_wait(&s);
  nxsem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void permit_posted(void) {
  sem_t s;
  nxsem_init(&s, 0, 1);
  if (nxsem_tickwait(&s, 10) == 0)
    nxsem_post(&s);
  nxsem_destroy(&s); // TN
}
