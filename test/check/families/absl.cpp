// RUN: %check %s
namespace absl {
inline namespace lts_20240101 {
class Condition {};
struct Duration {};
class Mutex {
  long Mu;

public:
  Mutex();
  ~Mutex();
  void Lock();
  void Unlock();
  bool TryLock();
  void ReaderLock();
  void ReaderUnlock();
  void lock();
  void unlock();
  void AssertHeld() const;
  bool LockWhenWithTimeout(const Condition &C, Duration D);
};
class CondVar {
public:
  void Wait(Mutex *M);
};
} // namespace lts_20240101
} // namespace absl

void locked(absl::Mutex *M) {
  M->Lock();
  M->AssertHeld();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(absl::Mutex *M) {
  M->Lock();
  M->Unlock();
  delete M; // TN
}

void newer_names(absl::Mutex *M) {
  M->lock();
  M->unlock();
  delete M; // TN
}

void busy(absl::Mutex *M) {
  if (!M->TryLock())
    delete M; // TN
}

// Held whether the condition became true or not.
void condition_false(absl::Mutex *M, const absl::Condition &C) {
  if (!M->LockWhenWithTimeout(C, absl::Duration()))
    delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void waited(absl::CondVar *C, absl::Mutex *M) {
  C->Wait(M);
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void scope_ends() {
  absl::Mutex M;
  M.ReaderLock();
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'M' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)
