// RUN: %check %s
#include "win32.h"
#include <pthread.h>
#include <threads.h>

void work(void);

void function_ends(void) {
  pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&m);
  work();
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'm' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)
// CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: set here{{$}}

void returns(int c) {
  mtx_t m;
  mtx_init(&m, mtx_plain);
  mtx_lock(&m);
  if (c)
    return; // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 'm' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)
  mtx_unlock(&m);
  mtx_destroy(&m); // TN
} // TN

void block_ends(void) {
  work();
  {
    pthread_spinlock_t s;
    pthread_spin_init(&s, PTHREAD_PROCESS_PRIVATE);
    pthread_spin_lock(&s);
  } // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 's' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)
  work();
}

void released(void) {
  pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&m);
  work();
  pthread_mutex_unlock(&m);
} // TN

void destroyed_held(void) {
  pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&m);
  pthread_mutex_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
} // TN

// Static ones outlive the function.
void static_local(void) {
  static pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&m);
  work();
} // TN

struct state {
  SRWLOCK lock;
  int value;
};

void member_of_local(void) {
  struct state s = {SRWLOCK_INIT, 0};
  AcquireSRWLockExclusive(&s.lock);
  s.value = 1;
} // TP
// CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: semaphore 's.lock' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void member_of_local_released(void) {
  struct state s = {SRWLOCK_INIT, 0};
  AcquireSRWLockExclusive(&s.lock);
  s.value = 1;
  ReleaseSRWLockExclusive(&s.lock);
} // TN

void parameter_outlives_the_function(struct state *s) {
  AcquireSRWLockExclusive(&s->lock);
} // TN

// A handle that is left set and lost is a leak, not a close.
void handle_lost(void) {
  HANDLE h = CreateMutex(NULL, TRUE, NULL);
  work();
  (void)h;
} // TN

// When main returns, the process ends.
int main(void) {
  pthread_mutex_t m = PTHREAD_MUTEX_INITIALIZER;
  pthread_mutex_lock(&m);
  work();
  return 0; // TN
}
