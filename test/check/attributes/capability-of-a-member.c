// A thread-safety attribute names a lock by an expression: a member of a
// parameter, or a global. The call acts on that object, in the caller's terms.
// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>
#define CAPABILITY(x) __attribute__((capability(x)))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define ACQUIRE_SHARED(...) __attribute__((acquire_shared_capability(__VA_ARGS__)))
#define TRY_ACQUIRE(...) __attribute__((try_acquire_capability(__VA_ARGS__)))
#define TRY_ACQUIRE_SHARED(...) __attribute__((try_acquire_shared_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))
#define RELEASE_SHARED(...) __attribute__((release_shared_capability(__VA_ARGS__)))
#define RELEASE_GENERIC(...) __attribute__((release_generic_capability(__VA_ARGS__)))
#define REQUIRES(...) __attribute__((requires_capability(__VA_ARGS__)))
#define EXCLUDES(...) __attribute__((locks_excluded(__VA_ARGS__)))
#define ASSERTS(...) __attribute__((assert_capability(__VA_ARGS__)))

struct CAPABILITY("mutex") mutex { int state; };
struct part { int n; struct mutex mu; };
struct obj {
  int ready;
  struct mutex mu, other;
  struct part inner;
  struct mutex *shared;
  struct mutex table[4];
};

void obj_lock(struct obj *o) ACQUIRE(o->mu);
void obj_lock_address(struct obj *o) ACQUIRE(&o->mu);
void obj_read(int why, struct obj *o) ACQUIRE_SHARED(o->mu);
int obj_try(struct obj *o) TRY_ACQUIRE(0, o->mu);
_Bool obj_try_read(struct obj *o) TRY_ACQUIRE_SHARED(1, o->mu);
void obj_unlock(struct obj *o) RELEASE(o->mu);
void obj_read_done(struct obj *o) RELEASE_SHARED(o->mu);
void obj_any_done(struct obj *o) RELEASE_GENERIC(o->mu);
void obj_step(struct obj *o) REQUIRES(o->mu);
void obj_check(struct obj *o) ASSERTS(o->mu);
void obj_opaque(struct obj *o);
void obj_look(const struct obj *o);

void locked(struct obj *o) {
  obj_lock(o);
  free(o); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'o->mu' while it is still set
  // CHECK-NEXT: :[[@LINE-3]]:3: note: set here
}

void locked_by_address(struct obj *o) {
  obj_lock_address(o);
  free(o); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'o->mu' while it is still set
}

void unlocked(struct obj *o) {
  obj_lock(o);
  obj_unlock(o);
  free(o); // TN
}

void another_object(struct obj *o, struct obj *p) {
  obj_lock(o);
  free(p); // TN
  obj_unlock(o);
}

void another_unlocked(struct obj *o, struct obj *p) {
  obj_lock(o);
  obj_unlock(p);
  free(o); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'o->mu' while it is still set
}

void local_ends(void) {
  struct obj o = {0};
  obj_lock(&o);
} // TP
// CHECK: :[[@LINE-1]]:1: warning: semaphore 'o.mu' goes out of scope while it is still set

void local_ends_unlocked(void) {
  struct obj o = {0};
  obj_lock(&o);
  obj_unlock(&o);
} // TN

void read_locked(struct obj *o) {
  obj_read(1, o);
  free(o); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'o->mu' while it is still set
}

void read_unlocked(struct obj *o) {
  obj_read(1, o);
  obj_read_done(o);
  obj_read(2, o);
  obj_any_done(o);
  free(o); // TN
}

// The success value of the attribute is what counts.
void try_of_zero(struct obj *o) {
  if (obj_try(o))
    free(o); // TN
  else
    free(o); // TP
  // CHECK: :[[@LINE-1]]:5: warning: freeing semaphore 'o->mu' while it is still set
}

void try_of_true(struct obj *o) {
  if (obj_try_read(o))
    free(o); // TP
  // CHECK: :[[@LINE-1]]:5: warning: freeing semaphore 'o->mu' while it is still set
  else
    free(o); // TN
}

// What is not named is like what any unseen function gets.
void unseen(struct obj *o) {
  obj_lock(o);
  obj_opaque(o);
  free(o); // TN
}

void only_read(struct obj *o) {
  obj_lock(o);
  obj_look(o);
  free(o); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'o->mu' while it is still set
}

// A function that requires the lock returns with it held, and one that asserts
// it does not release it. Neither of them takes it.
void step_with_the_lock(struct obj *o) {
  obj_lock(o);
  obj_step(o);
  obj_check(o);
  free(o); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'o->mu' while it is still set
  // CHECK-NEXT: :[[@LINE-5]]:3: note: set here
}

void step_and_unlock(struct obj *o) {
  obj_lock(o);
  obj_step(o);
  obj_unlock(o);
  free(o); // TN
}

void step_alone(struct obj *o) {
  obj_step(o);
  obj_check(o);
  free(o); // TN
}

// A flag in the object is asked before and after the call, which may change it
// or not: what the second answer says of the lock is not known.
void flag_and_step(struct obj *o) {
  if (o->ready)
    obj_lock(o);
  obj_step(o);
  if (o->ready)
    obj_unlock(o);
  free(o); // TN
}

void flag_that_the_call_sets(struct obj *o) {
  o->ready = 0;
  obj_lock(o);
  if (o->ready)
    obj_unlock(o);
  free(o); // TN
}

void asked_while_locked(struct obj *o) {
  obj_lock(o);
  if (o->ready) {
    obj_unlock(o);
    return;
  }
  free(o); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'o->mu' while it is still set
}

// Another lock of the same object: the function may do anything to it.
void lock_other(struct obj *o) ACQUIRE(o->other);
void unlock_other(struct obj *o) RELEASE(o->other);
void two_locks(struct obj *o) {
  obj_lock(o);
  lock_other(o);
  unlock_other(o);
  free(o); // FN: what a function does to locks that its attributes do not name is not known
}

// Several arguments, and members of members.
void lock_both(struct obj *o, struct obj *p) ACQUIRE(o->mu, p->inner.mu);
void unlock_inner(struct obj *p) RELEASE(p->inner.mu);
void both(struct obj *o, struct obj *p) {
  lock_both(o, p);
  obj_unlock(o);
  free(o); // TN
  free(p); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'p->inner.mu' while it is still set
}

void both_unlocked(struct obj *o, struct obj *p) {
  lock_both(o, p);
  obj_unlock(o);
  unlock_inner(p);
  free(o); // TN
  free(p); // TN
}

// A pointer in the object leads to the lock.
void lock_shared_one(struct obj *o) ACQUIRE(o->shared);
void lock_shared_deref(struct obj *o) ACQUIRE(*o->shared);
void unlock_shared_one(struct obj *o) RELEASE(o->shared);
void through_pointer(struct obj *o) {
  lock_shared_one(o);
  free(o->shared); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'o->shared' while it is still set
}

void through_pointer_unlocked(struct obj *o) {
  lock_shared_deref(o);
  unlock_shared_one(o);
  free(o->shared); // TN
}

void the_pointer_only(struct obj *o) {
  lock_shared_one(o);
  free(o); // TN
}

void the_pointer_changed(struct obj *o, struct mutex *m) {
  lock_shared_one(o);
  o->shared = m;
  free(o->shared); // TN
}

// Globals.
static struct mutex *only = 0;
extern struct obj net;
void only_lock(void) ACQUIRE(only);
void only_unlock(void) RELEASE(only);
void net_lock(void) ACQUIRE(net.shared);
void net_unlock(void) RELEASE(net.shared);
void say(void);

void global_pointer(void) {
  only_lock();
  free(only); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'only' while it is still set
}

// The function that unlocks may be called back.
void global_pointer_and_unseen(void) {
  only_lock();
  say();
  free(only); // TN
}

void global_pointer_unlocked(void) {
  only_lock();
  only_unlock();
  free(only); // TN
  only = malloc(sizeof *only);
}

void global_member(void) {
  net_lock();
  free(net.shared); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'net.shared' while it is still set
}

void global_member_unlocked(void) {
  net_lock();
  net_unlock();
  free(net.shared); // TN
}

// A type that a model knows: its close is known, too.
struct queue { pthread_mutex_t mu; int n; };
void queue_lock(struct queue *q) ACQUIRE(q->mu);
void queue_unlock(struct queue *q) RELEASE(q->mu);

void modelled_type(struct queue *q) {
  queue_lock(q);
  pthread_mutex_destroy(&q->mu); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'q->mu' while it is still set
}

void modelled_unlock(struct queue *q) {
  queue_lock(q);
  pthread_mutex_unlock(&q->mu);
  pthread_mutex_destroy(&q->mu); // TN
}

void modelled_lock(struct queue *q) {
  pthread_mutex_lock(&q->mu);
  queue_unlock(q);
  pthread_mutex_destroy(&q->mu); // TN
}

// The old spellings.
void old_lock(struct obj *o) __attribute__((exclusive_lock_function(o->mu)));
void old_read(struct obj *o) __attribute__((shared_lock_function(o->mu)));
void old_unlock(struct obj *o) __attribute__((unlock_function(o->mu)));
int old_try(struct obj *o) __attribute__((exclusive_trylock_function(1, o->mu)));
void old_step(struct obj *o) __attribute__((exclusive_locks_required(o->mu)));

void old(struct obj *o) {
  old_lock(o);
  old_step(o);
  free(o); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'o->mu' while it is still set
}

void old_unlocked(struct obj *o) {
  old_read(o);
  old_unlock(o);
  if (!old_try(o))
    free(o); // TN
}

void old_try_succeeds(struct obj *o) {
  if (old_try(o))
    free(o); // TP
  // CHECK: :[[@LINE-1]]:5: warning: freeing semaphore 'o->mu' while it is still set
}

// With underscores.
void reserved(struct obj *o) __attribute__((__acquire_capability__(o->mu)));
void reserved_spelling(struct obj *o) {
  reserved(o);
  free(o); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'o->mu' while it is still set
}

// Expressions that name what is not known, and types that are no locks: silent.
struct mutex *lock_of(struct obj *o);
void lock_called(struct obj *o) ACQUIRE(lock_of(o));
void lock_element(struct obj *o, int i) ACQUIRE(o->table[i]);
void lock_and_called(struct obj *o) ACQUIRE(o->mu, lock_of(o));
void lock_number(struct obj *o) ACQUIRE(o->ready);

void not_understood(struct obj *o, struct obj *p, struct obj *q, struct obj *r) {
  lock_called(o);
  free(o); // TN
  lock_element(p, 1);
  free(p); // TN
  lock_and_called(q);
  free(q); // FN: one argument of the attribute is not understood
  lock_number(r);
  free(r); // TN
}

// A lock that must not be held is no lock that is taken.
void enter(struct obj *o) REQUIRES(!&o->mu) ACQUIRE(o->mu);
void leave(struct obj *o) EXCLUDES(o->other) RELEASE(o->mu);
void outside(struct obj *o) REQUIRES(!&o->mu);

void negative(struct obj *o) {
  outside(o);
  free(o); // TN
}

void negative_and_acquired(struct obj *o) {
  enter(o);
  free(o); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'o->mu' while it is still set
}

void negative_and_released(struct obj *o) {
  enter(o);
  leave(o);
  free(o); // TN
}

// Its own body says more than the attribute.
void reset(struct obj *o) ACQUIRE(o->mu) __attribute__((no_thread_safety_analysis));
void reset(struct obj *o) { o->ready = 0; }
void body_counts(struct obj *o) {
  reset(o);
  free(o); // TN
}

// Two levels of calls: the object is found in the caller's caller.
static void take(struct obj *o) { obj_lock(o); }
static void end(struct obj *o) { free(o); }
void in_helpers(struct obj *o) {
  take(o);
  end(o); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: freeing semaphore 'o->mu' while it is still set
}

void in_helpers_unlocked(struct obj *o) {
  take(o);
  obj_unlock(o);
  end(o); // TN
}

void in_a_loop(struct obj **list, int n) {
  for (int i = 0; i < n; ++i) {
    struct obj *o = list[i];
    obj_lock(o);
    if (!o->ready) {
      free(o); // TP
      // CHECK: :[[@LINE-1]]:7: warning: freeing semaphore 'list->mu' while it is still set
      continue;
    }
    obj_unlock(o);
  }
}
