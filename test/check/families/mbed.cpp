// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
namespace rtos {
class Mutex {
  void *Id;

public:
  Mutex();
  ~Mutex();
  void lock();
  bool trylock();
  bool trylock_for(unsigned Ms);
  void unlock();
};
class Semaphore {
  void *Id;

public:
  Semaphore(int Count = 0);
  ~Semaphore();
  void acquire();
  int release();
  bool try_acquire();
  int wait(unsigned Ms);
};
} // namespace rtos

void locked(rtos::Mutex *M) {
  M->lock();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked(rtos::Mutex *M) {
  M->lock();
  M->unlock();
  delete M; // TN
}

void busy(rtos::Mutex *M) {
  if (!M->trylock())
    delete M; // TN
}

void signal(void (*Start)(rtos::Semaphore *)) {
  rtos::Semaphore S;
  Start(&S);
  S.acquire();
} // TN

void inTime(rtos::Mutex *M) {
  if (M->trylock_for(10))
    delete M; // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    delete M; // TN
}

void permit() {
  rtos::Semaphore S(1);
  if (!S.try_acquire())
    return; // TN
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'S' goes out of scope while it may still be set; potential ERROR_SEM_IS_SET (102)

void permitReleased() {
  rtos::Semaphore S(1);
  S.acquire();
  S.release();
} // TN

// Version 5: the result is the number of tokens before.
void olderWait() {
  rtos::Semaphore S(1);
  if (S.wait(10) > 0)
    S.release();
} // TN
