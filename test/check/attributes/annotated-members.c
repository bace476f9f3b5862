// An annotation names a member of what the function gets, or a global.
// RUN: %check %s -- -I %source/checker/runtime
#include <pthread.h>
#include <semtidy/annotations.h>
#include <stdlib.h>

struct lock { int state; };
struct pool { int id; struct lock lk; pthread_mutex_t mu; struct lock *far; unsigned gate; };
SEMTIDY_SETS(0->lk) void pool_lock(struct pool *p);
SEMTIDY_CLEARS(0->lk) void pool_unlock(struct pool *p);
SEMTIDY_SETS(0->mu) int pool_enter(struct pool *p);
SEMTIDY_CLEARS(0->mu) void pool_leave(struct pool *p);
SEMTIDY_SETS(1->far) void far_lock(int n, struct pool *p);
SEMTIDY_CLEARS(1->far) void far_unlock(int n, struct pool *p);
SEMTIDY_SETS(0->gate) void gate_enter(struct pool *p);
SEMTIDY_CLEARS(0->gate) void gate_leave(struct pool *p);
SEMTIDY_CLOSES(0) void gate_end(unsigned gate);
SEMTIDY_CLOSES(0->lk) void pool_end(struct pool *p);
void opaque(struct pool *p);

void locked(struct pool *p) {
  pool_lock(p);
  free(p); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'p->lk' while it is still set
}

void unlocked(struct pool *p) {
  pool_lock(p);
  pool_unlock(p);
  free(p); // TN
}

void unseen(struct pool *p) {
  pool_lock(p);
  opaque(p);
  free(p); // TN
}

void closed(struct pool *p) {
  pool_lock(p);
  pool_end(p); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'p->lk' while it is still set
}

void closed_unlocked(struct pool *p) {
  pool_lock(p);
  pool_unlock(p);
  pool_end(p); // TN
}

// Of a type that a model knows.
void entered(struct pool *p) {
  pool_enter(p);
  pthread_mutex_destroy(&p->mu); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'p->mu' while it is still set
}

void not_entered(struct pool *p) {
  if (pool_enter(p))
    pthread_mutex_destroy(&p->mu); // TN
}

void behind_a_pointer(struct pool *p) {
  far_lock(1, p);
  free(p->far); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'p->far' while it is still set
}

void behind_a_pointer_unlocked(struct pool *p) {
  far_lock(1, p);
  far_unlock(1, p);
  free(p->far); // TN
}

// A number is a handle.
void handle(struct pool *p) {
  gate_enter(p);
  gate_end(p->gate); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'p->gate' while it is still set
}

void handle_left(struct pool *p) {
  gate_enter(p);
  gate_leave(p);
  gate_end(p->gate); // TN
}

// A global of the program.
static struct lock *big;
SEMTIDY_SETS(big) void big_lock(void);
SEMTIDY_CLEARS(big) void big_unlock(void);

void global(void) {
  big_lock();
  free(big); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'big' while it is still set
}

void global_unlocked(void) {
  big_lock();
  big_unlock();
  free(big); // TN
}

// What has no such member, or is no object, says nothing.
SEMTIDY_SETS(0->lkk) void no_member(struct pool *p);
SEMTIDY_SETS(0.lk) void no_object(struct pool *p);
SEMTIDY_SETS(nobody) void no_global(struct pool *p);

void not_understood(struct pool *p, struct pool *q, struct pool *r) {
  no_member(p);
  free(p); // TN
  no_object(q);
  free(q); // TN
  no_global(r);
  free(r); // TN
}
