// RUN: %check %s
typedef int apr_status_t;
typedef struct apr_pool_t apr_pool_t;
typedef struct apr_thread_mutex_t apr_thread_mutex_t;
typedef struct apr_thread_rwlock_t apr_thread_rwlock_t;
typedef struct apr_thread_cond_t apr_thread_cond_t;
#define APR_SUCCESS 0
#define APR_EBUSY 16
#define APR_THREAD_MUTEX_DEFAULT 0
#define APR_THREAD_MUTEX_NESTED 1
apr_status_t apr_thread_mutex_create(apr_thread_mutex_t **m, unsigned flags, apr_pool_t *pool);
apr_status_t apr_thread_mutex_lock(apr_thread_mutex_t *m);
apr_status_t apr_thread_mutex_trylock(apr_thread_mutex_t *m);
apr_status_t apr_thread_mutex_unlock(apr_thread_mutex_t *m);
apr_status_t apr_thread_mutex_destroy(apr_thread_mutex_t *m);
apr_status_t apr_thread_cond_wait(apr_thread_cond_t *c, apr_thread_mutex_t *m);
typedef struct apr_proc_mutex_t apr_proc_mutex_t;
typedef struct apr_global_mutex_t apr_global_mutex_t;
apr_status_t apr_proc_mutex_lock(apr_proc_mutex_t *m);
apr_status_t apr_proc_mutex_trylock(apr_proc_mutex_t *m);
apr_status_t apr_proc_mutex_unlock(apr_proc_mutex_t *m);
apr_status_t apr_proc_mutex_destroy(apr_proc_mutex_t *m);
apr_status_t apr_global_mutex_lock(apr_global_mutex_t *m);
apr_status_t apr_global_mutex_trylock(apr_global_mutex_t *m);
apr_status_t apr_global_mutex_unlock(apr_global_mutex_t *m);
apr_status_t apr_global_mutex_destroy(apr_global_mutex_t *m);
apr_status_t apr_thread_rwlock_create(apr_thread_rwlock_t **l, apr_pool_t *pool);
apr_status_t apr_thread_rwlock_wrlock(apr_thread_rwlock_t *l);
apr_status_t apr_thread_rwlock_trywrlock(apr_thread_rwlock_t *l);
apr_status_t apr_thread_rwlock_rdlock(apr_thread_rwlock_t *l);
apr_status_t apr_thread_rwlock_unlock(apr_thread_rwlock_t *l);
apr_status_t apr_thread_rwlock_destroy(apr_thread_rwlock_t *l);

void locked(apr_pool_t *pool) {
  apr_thread_mutex_t *m;
  if (apr_thread_mutex_create(&m, APR_THREAD_MUTEX_DEFAULT, pool) != APR_SUCCESS)
    return;
  apr_thread_mutex_lock(m);
  apr_thread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(apr_thread_mutex_t *m) {
  apr_thread_mutex_lock(m);
  apr_thread_mutex_unlock(m);
  apr_thread_mutex_destroy(m); // TN
}

void nested(apr_pool_t *pool) {
  apr_thread_mutex_t *m;
  if (apr_thread_mutex_create(&m, APR_THREAD_MUTEX_NESTED, pool) != APR_SUCCESS)
    return;
  apr_thread_mutex_lock(m);
  apr_thread_mutex_lock(m);
  apr_thread_mutex_unlock(m);
  apr_thread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void busy(apr_thread_mutex_t *m) {
  if (apr_thread_mutex_trylock(m) == APR_EBUSY)
    apr_thread_mutex_destroy(m); // TN
}

void waited(apr_thread_cond_t *c, apr_thread_mutex_t *m) {
  apr_thread_cond_wait(c, m);
  apr_thread_mutex_unlock(m);
  apr_thread_mutex_destroy(m); // TN
}

// As the OS/2 port does it: release every depth, then close.
void drained(apr_thread_mutex_t *m) {
  apr_thread_mutex_lock(m);
  while (apr_thread_mutex_unlock(m) == APR_SUCCESS)
    ;
  apr_thread_mutex_destroy(m); // TN
}

void reading(apr_thread_rwlock_t *l) {
  apr_thread_rwlock_rdlock(l);
  apr_thread_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void writing(apr_pool_t *pool) {
  apr_thread_rwlock_t *l;
  if (apr_thread_rwlock_create(&l, pool) != APR_SUCCESS)
    return;
  if (apr_thread_rwlock_trywrlock(l) == APR_SUCCESS)
    apr_thread_rwlock_destroy(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void written(apr_thread_rwlock_t *l) {
  apr_thread_rwlock_wrlock(l);
  apr_thread_rwlock_unlock(l);
  apr_thread_rwlock_destroy(l); // TN
}

void of_processes(apr_proc_mutex_t *m) {
  apr_proc_mutex_lock(m);
  apr_proc_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void of_processes_unlocked(apr_proc_mutex_t *m) {
  if (apr_proc_mutex_trylock(m) == APR_SUCCESS)
    apr_proc_mutex_unlock(m);
  apr_proc_mutex_destroy(m); // TN
}

void of_all(apr_global_mutex_t *m) {
  apr_global_mutex_lock(m);
  apr_global_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void of_all_unlocked(apr_global_mutex_t *m) {
  if (apr_global_mutex_trylock(m) == APR_SUCCESS)
    apr_global_mutex_unlock(m);
  apr_global_mutex_destroy(m); // TN
}
