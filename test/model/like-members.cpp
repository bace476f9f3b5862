// A `Like` entry for members: the object is `this`.
// RUN: rm -rf %t && split-file %s %t
// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.Models: '%t/like.yaml'}}"
namespace os {
class Gate {
public:
  void enter();
  bool tryEnter();
  void leave();
  void remove();
};
} // namespace os

void removes_entered(os::Gate &G) {
  G.enter();
  G.remove(); // TP
  // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'G' while it is still set
}

void removes_left(os::Gate &G) {
  if (G.tryEnter())
    G.leave();
  G.remove(); // TN
}

/*
#--- like.yaml
---
Like:
  "os::Gate::enter":    {As: EnterCriticalSection, Object: this}
  "os::Gate::tryEnter": {As: TryEnterCriticalSection, Object: this}
  "os::Gate::leave":    {As: LeaveCriticalSection, Object: this}
  "os::Gate::remove":   {As: DeleteCriticalSection, Object: this}
#--- end
*/
