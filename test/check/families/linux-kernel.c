// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
struct lock_class_key { int key; };
struct mutex { long owner; };
struct rw_semaphore { long count; };
struct semaphore { unsigned count; };
void __mutex_init(struct mutex *m, const char *name, struct lock_class_key *key);
void mutex_lock_nested(struct mutex *m, unsigned subclass);
int mutex_lock_interruptible_nested(struct mutex *m, unsigned subclass);
int mutex_trylock(struct mutex *m);
void mutex_unlock(struct mutex *m);
void mutex_destroy(struct mutex *m);
#define mutex_init(m) do { static struct lock_class_key key; __mutex_init((m), #m, &key); } while (0)
#define mutex_lock(m) mutex_lock_nested(m, 0)
#define mutex_lock_interruptible(m) mutex_lock_interruptible_nested(m, 0)
void down_read(struct rw_semaphore *s);
int down_write_trylock(struct rw_semaphore *s);
void downgrade_write(struct rw_semaphore *s);
void up_read(struct rw_semaphore *s);
void up_write(struct rw_semaphore *s);
void down(struct semaphore *s);
int down_trylock(struct semaphore *s);
void up(struct semaphore *s);
void sema_init(struct semaphore *s, int val);
int mutex_lock_killable(struct mutex *m);
int down_write_killable(struct rw_semaphore *s);
int down_read_trylock(struct rw_semaphore *s);
typedef struct { int counter; } atomic_t;
int atomic_dec_and_mutex_lock(atomic_t *cnt, struct mutex *lock);
struct owner { struct semaphore sem; };
// Another field: a permit that is given back anywhere may be given back here.
struct other_owner { struct semaphore sem; };
void kfree(const void *p);
struct device { struct mutex lock; struct rw_semaphore rwsem; };

void locked(struct device *d) {
  mutex_init(&d->lock);
  mutex_lock(&d->lock);
  mutex_destroy(&d->lock); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'd->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(struct device *d) {
  mutex_lock(&d->lock);
  mutex_unlock(&d->lock);
  mutex_destroy(&d->lock); // TN
}

void freed(struct device *d) {
  mutex_lock(&d->lock);
  kfree(d); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'd->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void interrupted(struct device *d) {
  if (mutex_lock_interruptible(&d->lock)) {
    mutex_destroy(&d->lock); // TN
    return;
  }
  mutex_unlock(&d->lock);
}

// Not 0 is success here; of down_trylock, 0 is.
void tried(struct device *d) {
  if (mutex_trylock(&d->lock))
    mutex_destroy(&d->lock); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'd->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void reading(struct device *d) {
  down_read(&d->rwsem);
  kfree(d); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'd->rwsem' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void downgraded(struct device *d) {
  if (!down_write_trylock(&d->rwsem))
    return;
  downgrade_write(&d->rwsem);
  kfree(d); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'd->rwsem' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void written(struct device *d) {
  if (down_write_trylock(&d->rwsem)) {
    downgrade_write(&d->rwsem);
    up_read(&d->rwsem);
  }
  kfree(d); // TN
}

// Takes the lock where the counter falls to 0.
void last_one(atomic_t *users, struct device *d) {
  if (!atomic_dec_and_mutex_lock(users, &d->lock))
    return;
  kfree(d); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'd->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void last_one_unlocks(atomic_t *users, struct device *d) {
  if (!atomic_dec_and_mutex_lock(users, &d->lock))
    return;
  mutex_unlock(&d->lock);
  kfree(d); // TN
}

void killed(struct device *d) {
  if (mutex_lock_killable(&d->lock))
    kfree(d); // TN
}

void writing(struct device *d) {
  if (down_write_killable(&d->rwsem))
    kfree(d); // TN
  else
    kfree(d); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'd->rwsem' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void tried_to_read(struct device *d) {
  if (down_read_trylock(&d->rwsem))
    up_read(&d->rwsem);
  kfree(d); // TN
}

// As guard(mutex)(&lock) of the kernel's cleanup.h expands.
typedef struct mutex *class_mutex_t;
static inline void class_mutex_destructor(class_mutex_t *p) {
  if (*p)
    mutex_unlock(*p);
}
static inline class_mutex_t class_mutex_constructor(class_mutex_t m) {
  mutex_lock(m);
  return m;
}
#define guard(name) class_##name##_t scope __attribute__((__cleanup__(class_##name##_destructor))) = class_##name##_constructor

void freed_under_its_guard(struct device *d) {
  guard(mutex)(&d->lock);
  kfree(d); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'd->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void freed_after_its_guard(struct device *d) {
  {
    guard(mutex)(&d->lock);
  }
  kfree(d); // TN
}

// With 0, down_trylock has it.
void counted(struct owner *o) {
  sema_init(&o->sem, 1);
  if (down_trylock(&o->sem))
    return;
  kfree(o); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'o->sem' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void counted_and_up(struct other_owner *o) {
  sema_init(&o->sem, 1);
  if (!down_trylock(&o->sem))
    up(&o->sem);
  kfree(o); // TN
}
