// The third worked example of docs/models.md.
// RUN: %python %source/test/model/docs_model.py net-gate > %t.yaml
// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.Models: '%t.yaml'}}"
namespace net {
class Gate {
public:
  void enter();
  bool tryEnter();
  void leave();

private:
  int State;
};
} // namespace net

void ends_while_entered() {
  net::Gate G;
  G.enter();
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'G' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void ends_after_leave() {
  net::Gate G;
  if (!G.tryEnter())
    return; // TN
  G.leave();
} // TN
