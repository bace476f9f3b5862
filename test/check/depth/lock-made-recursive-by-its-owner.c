// RUN: %check %s
#include <pthread.h>

// A recursive lock, made of a plain one, its owner and a count (ucx). Who is not
// the owner finds the count at 0.
struct lock {
  pthread_spinlock_t spin;
  int count;
  pthread_t owner;
};

struct array {
  struct lock lock;
  unsigned size;
};

void array_init(struct array *a);
void array_insert(struct array *a);

static void lock_take(struct lock *l) {
  if (l->owner == pthread_self()) {
    ++l->count;
    return;
  }
  pthread_spin_lock(&l->spin);
  l->owner = pthread_self();
  ++l->count;
}

static void lock_leave(struct lock *l) {
  --l->count;
  if (l->count == 0) {
    l->owner = 0;
    pthread_spin_unlock(&l->spin);
  }
}

static unsigned array_size(struct array *a) {
  lock_take(&a->lock);
  unsigned size = a->size;
  lock_leave(&a->lock);
  return size;
}

int left_as_often_as_taken(void) {
  struct array a;
  array_init(&a);
  array_insert(&a);
  return array_size(&a); // TN
}

int left_on_one_path(int failed) {
  struct array a;
  array_init(&a);
  array_insert(&a);
  lock_take(&a.lock);
  if (failed)
    return -1; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'a.lock.spin' goes out of scope while it {{(is|may)}} still {{(be )?}}set; potential ERROR_SEM_IS_SET (102)
  lock_leave(&a.lock);
  return 0;
}

int taken_twice(void) {
  struct array a;
  array_init(&a);
  array_insert(&a);
  lock_take(&a.lock);
  unsigned size = array_size(&a);
  lock_leave(&a.lock);
  return size; // TN
}

static int array_has(struct array *a, unsigned i) {
  lock_take(&a->lock);
  int has = i < a->size;
  lock_leave(&a->lock);
  return has;
}

static int array_goes_on(struct array *a, unsigned i) {
  if (i < a->size)
    return 1;
  lock_leave(&a->lock);
  return 0;
}

// Held while a loop runs, and left when it ends, but not where it is left before.
int left_out_of_a_loop(int c) {
  struct array a;
  array_init(&a);
  array_insert(&a);
  unsigned i = 0;
  for (lock_take(&a.lock); array_goes_on(&a, i); i++) {
    if (!array_has(&a, i + 1))
      return 1; // TP
      // CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'a.lock.spin' goes out of scope while it may still be set; potential ERROR_SEM_IS_SET (102)
    if (c)
      return 2; // TP
      // CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'a.lock.spin' goes out of scope while it may still be set; potential ERROR_SEM_IS_SET (102)
  }
  return 0; // TN
}

// A count that says how many use the object is no such count where the lock was
// taken before.
struct shared {
  pthread_mutex_t lock;
  int users;
};

void use(struct shared *s) {
  pthread_mutex_lock(&s->lock);
  ++s->users;
  pthread_mutex_unlock(&s->lock);
}

void last_one_keeps_it_locked(struct shared *s) {
  pthread_mutex_lock(&s->lock);
  if (--s->users > 0) {
    pthread_mutex_unlock(&s->lock);
    return;
  }
  pthread_mutex_destroy(&s->lock); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void last_one_unlocks_it(struct shared *s) {
  pthread_mutex_lock(&s->lock);
  int last = --s->users == 0;
  pthread_mutex_unlock(&s->lock);
  if (last)
    pthread_mutex_destroy(&s->lock); // TN
}
