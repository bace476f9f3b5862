// What the macros of semtidy/annotations.h say is believed without a body.
// RUN: %check %s -- -I %source/checker/runtime
#include <semtidy/annotations.h>
#include <stdbool.h>
#include <stdlib.h>

struct queue { int state; };
SEMTIDY_CREATES(0) int queue_init(struct queue *q);
SEMTIDY_SETS(0) int queue_lock(struct queue *q);
SEMTIDY_TRYSETS(1) int queue_lock_soon(int ticks, struct queue *q);
SEMTIDY_TRYSETS(0) bool queue_trylock(struct queue *q);
SEMTIDY_CLEARS(0) void queue_unlock(struct queue *q);
SEMTIDY_CLOSES(0) int queue_end(struct queue *q);
void work(void);

void closes_set(struct queue *q) {
  queue_lock(q);
  work();
  queue_end(q); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'q' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:3: note: set here
  // CHECK-NEXT: :[[@LINE-3]]:3: note: SEMTIDY_CLOSES says that the semaphore must be clear here
}

void closes_clear(struct queue *q) {
  queue_lock(q);
  queue_unlock(q);
  queue_end(q); // TN
}

void lock_failed(struct queue *q) {
  if (queue_lock(q))
    queue_end(q); // TN
}

// An int is 0 on success, a bool is true.
void timed_out(struct queue *q) {
  if (queue_lock_soon(10, q))
    queue_end(q); // TN
}

void not_timed_out(struct queue *q) {
  if (!queue_lock_soon(10, q))
    queue_end(q); // TP
  // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'q' while it is still set
}

void try_failed(struct queue *q) {
  if (!queue_trylock(q))
    queue_end(q); // TN
}

void try_succeeded(struct queue *q) {
  if (queue_trylock(q))
    queue_end(q); // TP
  // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'q' while it is still set
}

// The object is memory: its end is a close.
void memory_ends(void) {
  struct queue *q = malloc(sizeof *q);
  queue_init(q);
  queue_lock(q);
  free(q); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'q' while it is still set
}

void local_ends(void) {
  struct queue q;
  queue_init(&q);
  queue_lock(&q);
} // TP
// CHECK: :[[@LINE-1]]:1: warning: semaphore 'q' goes out of scope while it is still set

// The annotation stands on another declaration than the call sees first.
int late_lock(struct queue *q);
SEMTIDY_SETS(0) int late_lock(struct queue *q);

void annotated_later(struct queue *q) {
  late_lock(q);
  queue_end(q); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'q' while it is still set
}
