// RUN: %check_notes %s
#include "win32.h"
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <time.h>

int work(void);

void tested(pthread_mutex_t *m) {
  if (pthread_mutex_trylock(m) == 0)
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
    // CHECK-NEXT: :[[@LINE-3]]:7: note: set here{{$}}
    // CHECK-NEXT: :[[@LINE-4]]:3: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-4]]:5: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void not_tested(pthread_mutex_t *m) {
  pthread_mutex_trylock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:3: note: set here, if the call succeeds{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void something_else_tested(pthread_mutex_t *m) {
  pthread_mutex_trylock(m);
  if (work())
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
    // CHECK-NEXT: :[[@LINE-4]]:3: note: set here, if the call succeeds{{$}}
    // CHECK-NEXT: :[[@LINE-4]]:3: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-4]]:5: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void tested_later(LPCRITICAL_SECTION cs) {
  BOOL got = TryEnterCriticalSection(cs);
  if (!got)
    return;
  DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-5]]:14: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-5]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:3: note: DeleteCriticalSection on an owned section leaves the threads that wait for it in an undefined state
}

void one_error_excluded(pthread_mutex_t *m, const struct timespec *until) {
  int rc = pthread_mutex_timedlock(m, until);
  if (rc == ETIMEDOUT)
    return;
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-5]]:12: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-5]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void both_go_on(pthread_mutex_t *m) {
  int rc = pthread_mutex_trylock(m);
  if (rc)
    work();
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-5]]:12: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-5]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void after_the_close(pthread_mutex_t *m) {
  int rc = pthread_mutex_trylock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:12: note: set here, if the call succeeds{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
  if (rc)
    work();
}

void kept_in_a_flag(pthread_mutex_t *m, int wanted) {
  int held = 0;
  if (wanted)
    held = pthread_mutex_trylock(m) == 0;
  if (work() && held)
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
    // CHECK-NEXT: :[[@LINE-4]]:12: note: set here{{$}}
    // CHECK-NEXT: :[[@LINE-4]]:7: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-5]]:3: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-5]]:5: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

static int failed(int rc) { return rc != 0; }

void asked_by_a_helper(pthread_mutex_t *m) {
  if (failed(pthread_mutex_trylock(m)))
    return;
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:14: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-5]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void fails_for_good(pthread_mutex_t *m) {
  if (pthread_mutex_trylock(m))
    abort();
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:7: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-5]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void until_it_succeeds(pthread_mutex_t *m) {
  while (pthread_mutex_trylock(m))
    work();
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:10: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-5]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void permit_tested(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  if (sem_trywait(&s) == 0)
    work();
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-5]]:3: note: semaphore created here with an initial count of 1
  // CHECK-NEXT: :[[@LINE-5]]:19: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-6]]:3: note: taking the true branch here
  // CHECK-NEXT: :[[@LINE-5]]:3: note: the permit that was taken is lost: a thread that still waits for it hangs, and if the semaphore has a name, it stays one short for every process
}

void permit_not_tested(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_trywait(&s);
  if (work())
    work();
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-6]]:3: note: semaphore created here with an initial count of 1
  // CHECK-NEXT: :[[@LINE-6]]:15: note: set here, if the call succeeds{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:3: note: the permit that was taken is lost: a thread that still waits for it hangs, and if the semaphore has a name, it stays one short for every process
}
