// RUN: %check %s -- -std=c++17
#include <memory>
#include <mutex>
#include <new>

void madeAnew(std::mutex *M) {
  M->lock();
  new (M) std::mutex; // FN: placement new is not taken for the end of the old object
}

void madeAnewReleased(std::mutex *M) {
  M->lock();
  M->unlock();
  new (M) std::mutex; // TN
}

void destroyed(std::mutex *M) {
  M->lock();
  std::destroy_at(M); // TP
}

void explicitDestructor(std::mutex *M) {
  M->lock();
  M->~mutex(); // TP
}

void explicitDestructorReleased(std::mutex *M) {
  M->lock();
  M->unlock();
  M->~mutex(); // TN
}
