// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
namespace rtos {
class Mutex {
  void *Id;

public:
  Mutex();
  ~Mutex();
  void lock();
  bool trylock();
  void unlock();
};
class Semaphore {
  void *Id;

public:
  Semaphore(int Count = 0);
  ~Semaphore();
  void acquire();
  int release();
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
