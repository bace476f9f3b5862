// A class that a model knows and that has attributes, too: the model counts, and
// nothing counts twice.
// RUN: %check %s -- -std=c++17
namespace absl {
class __attribute__((capability("mutex"))) Mutex {
public:
  ~Mutex();
  void Lock() __attribute__((acquire_capability()));
  bool TryLock() __attribute__((try_acquire_capability(true)));
  void Unlock() __attribute__((release_capability()));
};
} // namespace absl

void set(absl::Mutex *M) {
  M->Lock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'M' while it is still set
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here
  // CHECK-NEXT: :[[@LINE-3]]:3: note: the memory ends
}

void set_and_cleared_once(absl::Mutex *M) {
  M->Lock();
  M->Unlock();
  delete M; // TN
}
