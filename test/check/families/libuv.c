// RUN: %check %s
#include <pthread.h>
#include <semaphore.h>
typedef pthread_mutex_t uv_mutex_t;
typedef pthread_rwlock_t uv_rwlock_t;
typedef sem_t uv_sem_t;
int uv_mutex_init(uv_mutex_t *m);
void uv_mutex_lock(uv_mutex_t *m);
int uv_mutex_trylock(uv_mutex_t *m);
void uv_mutex_unlock(uv_mutex_t *m);
void uv_mutex_destroy(uv_mutex_t *m);
void uv_rwlock_wrlock(uv_rwlock_t *l);
void uv_rwlock_wrunlock(uv_rwlock_t *l);
void uv_rwlock_destroy(uv_rwlock_t *l);
typedef pthread_cond_t uv_cond_t;
int uv_mutex_init_recursive(uv_mutex_t *m);
void uv_cond_wait(uv_cond_t *c, uv_mutex_t *m);
int uv_cond_timedwait(uv_cond_t *c, uv_mutex_t *m, unsigned long ns);
int uv_rwlock_tryrdlock(uv_rwlock_t *l);
void uv_rwlock_rdlock(uv_rwlock_t *l);
void uv_rwlock_rdunlock(uv_rwlock_t *l);
int uv_sem_trywait(uv_sem_t *s);
void uv_sem_post(uv_sem_t *s);
int uv_sem_init(uv_sem_t *s, unsigned value);
void uv_sem_wait(uv_sem_t *s);
void uv_sem_destroy(uv_sem_t *s);

void locked(uv_mutex_t *m) {
  uv_mutex_lock(m);
  uv_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(uv_mutex_t *m) {
  uv_mutex_lock(m);
  uv_mutex_unlock(m);
  uv_mutex_destroy(m); // TN
}

void busy(uv_mutex_t *m) {
  if (uv_mutex_trylock(m))
    uv_mutex_destroy(m); // TN
}

void writing(uv_rwlock_t *l) {
  uv_rwlock_wrlock(l);
  uv_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void written(uv_rwlock_t *l) {
  uv_rwlock_wrlock(l);
  uv_rwlock_wrunlock(l);
  uv_rwlock_destroy(l); // TN
}

void signal(void (*start)(uv_sem_t *)) {
  uv_sem_t s;
  uv_sem_init(&s, 0);
  start(&s);
  uv_sem_wait(&s);
  uv_sem_destroy(&s); // TN
}

void permit(void) {
  uv_sem_t s;
  uv_sem_init(&s, 1);
  uv_sem_wait(&s);
  uv_sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void nested(void) {
  uv_mutex_t m;
  if (uv_mutex_init_recursive(&m))
    return;
  uv_mutex_lock(&m);
  uv_mutex_lock(&m);
  uv_mutex_unlock(&m);
  uv_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void waited(uv_cond_t *c, uv_mutex_t *m) {
  if (uv_cond_timedwait(c, m, 10))
    uv_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void waited_and_unlocked(uv_cond_t *c, uv_mutex_t *m) {
  uv_cond_wait(c, m);
  uv_mutex_unlock(m);
  uv_mutex_destroy(m); // TN
}

void reading(uv_rwlock_t *l) {
  if (uv_rwlock_tryrdlock(l) == 0)
    uv_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    uv_rwlock_destroy(l); // TN
}

void read_and_left(uv_rwlock_t *l) {
  uv_rwlock_rdlock(l);
  uv_rwlock_rdunlock(l);
  uv_rwlock_destroy(l); // TN
}

void permit_posted(void) {
  uv_sem_t s;
  uv_sem_init(&s, 1);
  if (uv_sem_trywait(&s) == 0)
    uv_sem_post(&s);
  uv_sem_destroy(&s); // TN
}
