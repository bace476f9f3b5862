// A constructor's initialiser names a member of an anonymous struct as other code
// does; so does a constructor that is inherited.
// RUN: %check %s -- -std=c++17
#include <mutex>

class Guard {
  struct {
    std::mutex *M;
    int Depth;
  };

public:
  explicit Guard(std::mutex *M) : M(M), Depth(1) { M->lock(); }
  ~Guard() {
    if (Depth)
      M->unlock();
  }
  void release() { Depth = 0; }
};

void guardOutlives(std::mutex *M) {
  Guard G(M);
  delete M; // TP
}

void guardEnds(std::mutex *M) {
  { Guard G(M); }
  delete M; // TN
}

void guardReleased(std::mutex *M) {
  {
    Guard G(M);
    G.release();
  }
  delete M; // TP
}

struct Inheriting : Guard {
  using Guard::Guard;
};

void inheritedOutlives(std::mutex *M) {
  Inheriting G(M);
  delete M; // TP
}

void inheritedEnds(std::mutex *M) {
  { Inheriting G(M); }
  delete M; // TN
}
