// SEMTIDY_SETS(this) on a member function, and annotations on free functions in
// a namespace.
// RUN: %check %s -- -I %source/checker/runtime
#include <semtidy/annotations.h>

namespace os {
class Gate {
public:
  SEMTIDY_SETS(this) void enter();
  SEMTIDY_TRYSETS(this) bool tryEnter();
  SEMTIDY_CLEARS(this) void leave();
  SEMTIDY_CLOSES(this) void remove();
  int State;
};
SEMTIDY_SETS(0) void enter(Gate &G);
} // namespace os

void removes_entered(os::Gate &G) {
  G.enter();
  G.remove(); // TP
  // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'G' while it is still set
}

void by_reference(os::Gate &G) {
  enter(G);
  G.remove(); // TP
  // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'G' while it is still set
}

void removes_left(os::Gate &G) {
  if (G.tryEnter())
    G.leave();
  G.remove(); // TN
}

void deletes_entered(os::Gate *G) {
  G->enter();
  delete G; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'G' while it is still set
}
