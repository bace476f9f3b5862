// RUN: %check %s
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
