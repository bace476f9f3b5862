// RUN: %check %s -- -std=c++17
#include <mutex>

bool ask();

struct record {
  std::mutex lock;
};

// The object of a member call is one of two, as the argument of a function is.
void deleted(record *a, record *b) {
  std::mutex *p = &a->lock;
  if (ask())
    p = &b->lock;
  p->lock();
  delete b; // TP
}

void outOfScope() {
  std::mutex a, b;
  std::mutex &chosen = ask() ? a : b;
  chosen.lock();
} // TP x2

void unlocked(record *a, record *b) {
  std::mutex *p = &a->lock;
  if (ask())
    p = &b->lock;
  p->lock();
  p->unlock();
  delete b; // TN
}

void unlockedByItsOwnName(record *a, record *b) {
  const bool first = ask();
  std::mutex *p = first ? &a->lock : &b->lock;
  p->lock();
  if (first)
    a->lock.unlock();
  else
    b->lock.unlock();
  delete a; // TN
  delete b; // TN
}

// A guard locks in a function of its own.
void guarded(record *a, record *b) {
  std::mutex *p = &a->lock;
  if (ask())
    p = &b->lock;
  std::lock_guard<std::mutex> guard(*p);
  delete b; // FN one of two, locked by another function
}
