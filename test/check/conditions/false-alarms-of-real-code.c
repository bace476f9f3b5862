// What real code knows and the check does not: each is reduced from a finding.
// RUN: %check %s
#include <pthread.h>
#include <stddef.h>

// A function drops a reference under the lock of
// the object, where another reference is known to exist (the kernel's RTRS).
struct session { pthread_mutex_t lock; unsigned references; };
int last_reference(unsigned *count);

static void put(struct session *s) {
  if (!last_reference(&s->references))
    return;
  pthread_mutex_destroy(&s->lock);
}

void drops_a_reference_that_is_not_the_last(struct session *s, int found) {
  pthread_mutex_lock(&s->lock);
  if (found)
    put(s); // FP: that the session holds another reference is not seen
  pthread_mutex_unlock(&s->lock);
}

void drops_it_after_the_lock(struct session *s) {
  pthread_mutex_lock(&s->lock);
  pthread_mutex_unlock(&s->lock);
  put(s); // TN
}

// A function asks whether a clear succeeded that cannot: nobody holds the other
// mutex on the way that leaves this one locked (a test of LiteOS-A).
void unlocks_another_that_is_free(pthread_mutex_t *first, int bad) {
  pthread_mutex_t other;
  pthread_mutex_init(&other, NULL);
  pthread_mutex_lock(first);
  if (bad)
    goto out;
  pthread_mutex_unlock(first);
  pthread_mutex_lock(&other);
out:
  if (pthread_mutex_unlock(&other) != 0)
    return;
  pthread_mutex_destroy(first); // FP: the clear of a free mutex is taken to succeed
}

void unlocks_both(pthread_mutex_t *first, pthread_mutex_t *other) {
  pthread_mutex_lock(first);
  pthread_mutex_lock(other);
  if (pthread_mutex_unlock(first) != 0 || pthread_mutex_unlock(other) != 0)
    return;
  pthread_mutex_destroy(first); // TN
}

// A lock is not taken while the program ends, and only then is it destroyed; both
// are known to another unit (Kamailio).
int program_ends(void);

static void lock_unless_it_ends(pthread_mutex_t *m) {
  if (program_ends())
    return;
  pthread_mutex_lock(m);
}

void destroyed_as_it_ends(pthread_mutex_t *m) {
  lock_unless_it_ends(m);
  pthread_mutex_destroy(m); // FP: this is called only when program_ends() is true
}

void asked_before_it_is_destroyed(pthread_mutex_t *m) {
  int ends = program_ends();
  if (!ends)
    pthread_mutex_lock(m);
  if (ends)
    pthread_mutex_destroy(m); // TN
}
