// RUN: %check_notes %s -- -std=c++17
#include <mutex>
#include <pthread.h>

int work();

class Guard {
public:
  explicit Guard(pthread_mutex_t *M) : Held(true), M(M) {
    pthread_mutex_lock(M);
  }
  ~Guard() {
    if (Held)
      pthread_mutex_unlock(M);
  }
  void release() { Held = false; }

private:
  bool Held;
  pthread_mutex_t *M;
};

void destructor_that_leaves_it(pthread_mutex_t *M) {
  {
    Guard G(M);
    G.release();
  }
  pthread_mutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-5]]:11: note: calling 'Guard' here
  // CHECK-NEXT: :[[@LINE-21]]:5: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-5]]:3: note: calling '~Guard' here
  // CHECK-NEXT: :[[@LINE-20]]:5: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-6]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void destructor_that_clears_it(pthread_mutex_t *M) {
  { Guard G(M); }
  pthread_mutex_destroy(M); // TN
}

class Box {
public:
  Box() : Size(0) { pthread_mutex_init(&Lock, nullptr); }
  bool put(int Value) {
    pthread_mutex_lock(&Lock);
    if (Size == 8)
      return false;
    Values[Size++] = Value;
    pthread_mutex_unlock(&Lock);
    return true;
  }
  void drop() { pthread_mutex_destroy(&Lock); }

private:
  pthread_mutex_t Lock;
  int Size;
  int Values[8];
};

void member(Box &B) {
  if (!B.put(1))
    B.drop(); // TP
    // CHECK: :[[@LINE-1]]:7: warning: closing semaphore 'B.Lock' while it is still set; potential ERROR_SEM_IS_SET (102)
    // CHECK-NEXT: :[[@LINE-3]]:10: note: calling 'put' here
    // CHECK-NEXT: :[[@LINE-20]]:5: note: set here{{$}}
    // CHECK-NEXT: :[[@LINE-20]]:5: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-6]]:3: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-6]]:7: note: calling 'drop' here
    // CHECK-NEXT: :[[@LINE-17]]:17: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

struct Full {};

static void put(pthread_mutex_t *M, bool Fits) {
  pthread_mutex_lock(M);
  if (!Fits)
    throw Full();
  pthread_mutex_unlock(M);
}

void set_when_it_throws(pthread_mutex_t *M, bool Fits) {
  try {
    put(M, Fits);
  } catch (const Full &) {
    pthread_mutex_destroy(M); // TP
    // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
    // CHECK-NEXT: :[[@LINE-4]]:5: note: calling 'put' here
    // CHECK-NEXT: :[[@LINE-13]]:3: note: set here{{$}}
    // CHECK-NEXT: :[[@LINE-13]]:3: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-5]]:5: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
  }
}

static void clear_or_throw(pthread_mutex_t *M, bool Fits) {
  if (!Fits)
    throw Full();
  pthread_mutex_unlock(M);
}

void not_cleared_when_it_throws(pthread_mutex_t *M, bool Fits) {
  pthread_mutex_lock(M);
  try {
    clear_or_throw(M, Fits);
  } catch (const Full &) {
  }
  pthread_mutex_destroy(M); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'M' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-7]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-6]]:5: note: calling 'clear_or_throw' here
  // CHECK-NEXT: :[[@LINE-15]]:3: note: taking the true branch here
  // CHECK-NEXT: :[[@LINE-5]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void tested_by_the_library(std::mutex *M) {
  std::unique_lock<std::mutex> Lock(*M, std::try_to_lock);
  if (!Lock)
    return;
  Lock.release();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'M' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-6]]:32: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-6]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:3: note: the memory ends while the semaphore in it is set; nobody can clear it any more
}

void not_tested(std::mutex *M) {
  std::unique_lock<std::mutex> Lock(*M, std::try_to_lock);
  Lock.release();
  delete M; // TP
  // CHECK: :[[@LINE-1]]:3: warning: freeing semaphore 'M' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:32: note: set here, if the call succeeds{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:3: note: the memory ends while the semaphore in it is set; nobody can clear it any more
}
