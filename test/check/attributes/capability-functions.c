// Clang's thread-safety attributes on C functions: the object is the argument
// that the attribute names. No model knows these functions.
// RUN: %check %s
#include <stdlib.h>
#define CAPABILITY(x) __attribute__((capability(x)))
#define ACQUIRE(...) __attribute__((acquire_capability(__VA_ARGS__)))
#define ACQUIRE_SHARED(...) __attribute__((acquire_shared_capability(__VA_ARGS__)))
#define TRY_ACQUIRE(...) __attribute__((try_acquire_capability(__VA_ARGS__)))
#define RELEASE(...) __attribute__((release_capability(__VA_ARGS__)))
#define RELEASE_SHARED(...) __attribute__((release_shared_capability(__VA_ARGS__)))
#define RELEASE_GENERIC(...) __attribute__((release_generic_capability(__VA_ARGS__)))

struct CAPABILITY("mutex") gate { int state; };
void gate_enter(struct gate *g) ACQUIRE(g);
void gate_read(int why, struct gate *g) ACQUIRE_SHARED(*g);
int gate_try(struct gate *g) TRY_ACQUIRE(0, g);
_Bool gate_try_bool(struct gate *g) TRY_ACQUIRE(1, g);
void gate_leave(struct gate *g) RELEASE(g);
void gate_read_done(struct gate *g) RELEASE_SHARED(g);
void gate_any_done(struct gate *g) RELEASE_GENERIC(g);

void local_ends(void) {
  struct gate g = {0};
  gate_enter(&g);
} // TP
// CHECK: :[[@LINE-1]]:1: warning: semaphore 'g' goes out of scope while it is still set

void local_ends_left(void) {
  struct gate g = {0};
  gate_enter(&g);
  gate_leave(&g);
} // TN

void freed(struct gate *g) {
  gate_read(1, g);
  free(g); // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'g' while it is still set
}

void freed_after_shared(struct gate *g) {
  gate_read(1, g);
  gate_read_done(g);
  gate_read(2, g);
  gate_any_done(g);
  free(g); // TN
}

// The success value of the attribute is what counts.
void try_of_zero(struct gate *g) {
  if (gate_try(g))
    free(g); // TN
  else
    free(g); // TP
  // CHECK: :[[@LINE-1]]:5: warning: freeing semaphore 'g' while it is still set
}

void try_of_true(struct gate *g) {
  if (gate_try_bool(g))
    free(g); // TP
  // CHECK: :[[@LINE-1]]:5: warning: freeing semaphore 'g' while it is still set
  else
    free(g); // TN
}

// A role is a right that a thread has, and not an object that can be closed.
struct CAPABILITY("role") thread_role { int unused; };
void begin_role(struct thread_role *r) ACQUIRE(r);

void role_ends(void) {
  struct thread_role r = {0};
  begin_role(&r);
} // TN
