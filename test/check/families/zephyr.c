// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
typedef struct { long long ticks; } k_timeout_t;
#define K_FOREVER ((k_timeout_t){-1})
#define K_NO_WAIT ((k_timeout_t){0})
struct k_mutex { void *wait_q; void *owner; unsigned lock_count; };
struct k_sem { void *wait_q; unsigned count, limit; };
struct k_condvar { void *wait_q; };
int k_mutex_init(struct k_mutex *m);
int z_impl_k_mutex_lock(struct k_mutex *m, k_timeout_t t);
int z_impl_k_mutex_unlock(struct k_mutex *m);
// System calls are inline functions over their implementation.
static inline int k_mutex_lock(struct k_mutex *m, k_timeout_t t) { return z_impl_k_mutex_lock(m, t); }
static inline int k_mutex_unlock(struct k_mutex *m) { return z_impl_k_mutex_unlock(m); }
int k_condvar_wait(struct k_condvar *c, struct k_mutex *m, k_timeout_t t);
int k_sem_init(struct k_sem *s, unsigned initial, unsigned limit);
int k_sem_take(struct k_sem *s, k_timeout_t t);
void k_sem_give(struct k_sem *s);
void k_sem_reset(struct k_sem *s);
struct sys_mutex { unsigned val; };
struct sys_sem { int futex; int limit; };
void sys_mutex_init(struct sys_mutex *m);
int sys_mutex_lock(struct sys_mutex *m, k_timeout_t t);
int sys_mutex_unlock(struct sys_mutex *m);
int sys_sem_init(struct sys_sem *s, unsigned initial, unsigned limit);
int sys_sem_take(struct sys_sem *s, k_timeout_t t);
int sys_sem_give(struct sys_sem *s);
struct user_data { struct sys_mutex lock; };
void free(void *p);
struct device_data { struct k_mutex lock; int users; };

void freed(struct device_data *d) {
  k_mutex_lock(&d->lock, K_FOREVER);
  free(d); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'd->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked_first(struct device_data *d) {
  k_mutex_lock(&d->lock, K_FOREVER);
  k_mutex_unlock(&d->lock);
  free(d); // TN
}

void busy(struct device_data *d) {
  if (k_mutex_lock(&d->lock, K_NO_WAIT) != 0)
    free(d); // TN
}

void scope_ends(void) {
  struct k_mutex m;
  k_mutex_init(&m);
  k_mutex_lock(&m, K_FOREVER);
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'm' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void waited(struct k_condvar *c, struct device_data *d) {
  k_condvar_wait(c, &d->lock, K_FOREVER);
  k_mutex_unlock(&d->lock);
  free(d); // TN
}

void signal(void (*start)(struct k_sem *)) {
  struct k_sem done;
  k_sem_init(&done, 0, 1);
  start(&done);
  k_sem_take(&done, K_FOREVER);
} // TN

// The mutex and the semaphore that user threads can have in their own memory.
void freed_sys_mutex(struct user_data *d) {
  sys_mutex_lock(&d->lock, K_FOREVER);
  free(d); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'd->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked_sys_mutex(struct user_data *d) {
  if (sys_mutex_lock(&d->lock, K_NO_WAIT) == 0)
    sys_mutex_unlock(&d->lock);
  free(d); // TN
}

void permit_taken(void) {
  struct k_sem s;
  k_sem_init(&s, 1, 1);
  k_sem_take(&s, K_FOREVER);
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 's' goes out of scope while it may still be set; potential ERROR_SEM_IS_SET (102)

void permit_given(void) {
  struct sys_sem s;
  sys_sem_init(&s, 1, 1);
  sys_sem_take(&s, K_FOREVER);
  sys_sem_give(&s);
} // TN

void reset(void) {
  struct k_sem s;
  k_sem_init(&s, 1, 1);
  k_sem_reset(&s);
  k_sem_take(&s, K_NO_WAIT);
} // TN
