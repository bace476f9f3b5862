// A number or an untyped pointer is a handle: SEMTIDY_CREATES says where the
// call leaves it, in its result or through a pointer.
// RUN: %check %s -- -I %source/checker/runtime
#include <semtidy/annotations.h>

typedef unsigned gate_t;
SEMTIDY_CREATES(return) gate_t gate_new(void);
SEMTIDY_CREATES(*1) int gate_make(const char *name, gate_t *made);
SEMTIDY_SETS(0) void gate_lock(gate_t g);
SEMTIDY_CLEARS(0) void gate_unlock(gate_t g);
SEMTIDY_CLOSES(0) void gate_delete(gate_t g);
void opaque(gate_t g);

void returned(void) {
  gate_t g = gate_new();
  gate_lock(g);
  gate_delete(g); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'g' while it is still set
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: semaphore created here
}

void written(void) {
  gate_t g;
  if (gate_make("g", &g))
    return;
  gate_lock(g);
  gate_delete(g); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'g' while it is still set
}

void another(gate_t a) {
  gate_t b = gate_new();
  gate_lock(a);
  gate_delete(b); // TN
}

// A handle is a value: the variable that holds it may end.
void variable_ends(void) {
  gate_t g = gate_new();
  gate_lock(g);
} // TN

void somebody_else_may_unlock(gate_t g) {
  gate_lock(g);
  opaque(g);
  gate_delete(g); // TN
}
