// A virtual function of an object whose class is known is that class's.
// RUN: %check %s -- -std=c++17
#include <mutex>

struct Lockable {
  virtual void enter() = 0;
  virtual void leave() = 0;
  virtual ~Lockable();
};
struct Gate : Lockable {
  std::mutex M;
  void enter() override { M.lock(); }
  void leave() override { M.unlock(); }
};
struct Item {
  Gate G;
};

void entered(Item *I) {
  I->G.enter();
  delete I; // TP
}

void left(Item *I) {
  I->G.enter();
  I->G.leave();
  delete I; // TN
}

// Of what class it is, is not known.
void byPointer(Gate *G) {
  G->M.lock();
  static_cast<Lockable *>(G)->leave();
  delete G; // TN
}

void byReference(Gate &R) {
  R.M.lock();
  R.leave();
  delete &R; // TN
}
