// RUN: %check %s
#include <pthread.h>

struct ref {
  pthread_mutex_t *lock;
};
struct ref_to_ref {
  struct ref *ref;
};

void unlock_by(struct ref r);
void unlock_by_two(struct ref_to_ref *r);
void look(int n);

// A record by value has the pointer in it.
void given_in_a_record(pthread_mutex_t *m) {
  struct ref r = {m};
  pthread_mutex_lock(m);
  unlock_by(r);
  pthread_mutex_destroy(m); // TN
}

void given_in_a_record_of_another(pthread_mutex_t *m, pthread_mutex_t *n) {
  struct ref r = {n};
  pthread_mutex_lock(m);
  unlock_by(r);
  pthread_mutex_destroy(m); // TP
}

void parameter_is_the_record(struct ref r) {
  pthread_mutex_lock(r.lock);
  unlock_by(r);
  pthread_mutex_destroy(r.lock); // TN
}

// Two steps away.
void given_behind_two_pointers(pthread_mutex_t *m) {
  struct ref r = {m};
  struct ref_to_ref q = {&r};
  pthread_mutex_lock(m);
  unlock_by_two(&q);
  pthread_mutex_destroy(m); // TN
}

void not_behind_the_pointers(pthread_mutex_t *m, pthread_mutex_t *n) {
  struct ref r = {n};
  struct ref_to_ref q = {&r};
  pthread_mutex_lock(m);
  unlock_by_two(&q);
  pthread_mutex_destroy(m); // TP
}

// A copy of a record leads where the record led.
void copied(struct ref *from) {
  struct ref r = *from;
  pthread_mutex_lock(from->lock);
  pthread_mutex_unlock(r.lock);
  pthread_mutex_destroy(from->lock); // TN
}

void copied_and_held(struct ref *from) {
  struct ref r = *from;
  pthread_mutex_lock(from->lock);
  look(1);
  pthread_mutex_destroy(r.lock); // TP
}

void copied_before_a_change(struct ref *from, struct ref other) {
  struct ref r = *from;
  *from = other;
  pthread_mutex_lock(r.lock);
  pthread_mutex_unlock(r.lock);
  pthread_mutex_destroy(r.lock); // TN
}
