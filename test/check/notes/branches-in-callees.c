// RUN: %check_notes %s
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <time.h>

int work(void);

// --- The callee sets it ---------------------------------------------------

static int early_return(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (work())
    return -1;
  pthread_mutex_unlock(m);
  return 0;
}

void set_by_early_return(pthread_mutex_t *m) {
  early_return(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:3: note: calling 'early_return' here
  // CHECK-NEXT: :[[@LINE-12]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-12]]:3: note: taking the true branch here
  // CHECK-NEXT: :[[@LINE-5]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

static void branch_that_does_not_matter(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  if (work())
    work();
}

void set_in_any_case(pthread_mutex_t *m) {
  branch_that_does_not_matter(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:3: note: calling 'branch_that_does_not_matter' here
  // CHECK-NEXT: :[[@LINE-10]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

static int several_ways(pthread_mutex_t *m, int how) {
  pthread_mutex_lock(m);
  if (how == 1)
    return -1;
  if (how == 2)
    return -2;
  pthread_mutex_unlock(m);
  return 0;
}

void way_by_the_result(pthread_mutex_t *m, int how) {
  if (several_ways(m, how) == -2)
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
    // CHECK-NEXT: :[[@LINE-3]]:7: note: calling 'several_ways' here
    // CHECK-NEXT: :[[@LINE-14]]:3: note: set here{{$}}
    // CHECK-NEXT: :[[@LINE-14]]:3: note: taking the false branch here
    // CHECK-NEXT: :[[@LINE-13]]:3: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-7]]:3: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-7]]:5: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void other_way_by_the_result(pthread_mutex_t *m, int how) {
  int rc = several_ways(m, how);
  if (rc == -1)
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
    // CHECK-NEXT: :[[@LINE-4]]:12: note: calling 'several_ways' here
    // CHECK-NEXT: :[[@LINE-27]]:3: note: set here{{$}}
    // CHECK-NEXT: :[[@LINE-27]]:3: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-6]]:3: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-6]]:5: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void way_by_the_argument(pthread_mutex_t *m) {
  several_ways(m, 2);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:3: note: calling 'several_ways' here
  // CHECK-NEXT: :[[@LINE-38]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-38]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-37]]:3: note: taking the true branch here
  // CHECK-NEXT: :[[@LINE-6]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

static int give_up(pthread_mutex_t *m, pthread_cond_t *c, int *pending,
                   const struct timespec *until) {
  pthread_mutex_lock(m);
  while (*pending > 0)
    if (pthread_cond_timedwait(c, m, until) == ETIMEDOUT)
      return -1;
  pthread_mutex_unlock(m);
  return 0;
}

void set_by_a_way_out_of_a_loop(pthread_mutex_t *m, pthread_cond_t *c, int *n,
                                const struct timespec *until) {
  give_up(m, c, n, until);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:3: note: calling 'give_up' here
  // CHECK-NEXT: :[[@LINE-14]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-14]]:3: note: taking the true branch here
  // CHECK-NEXT: :[[@LINE-14]]:5: note: taking the true branch here
  // CHECK-NEXT: :[[@LINE-6]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

static void in_a_loop_for_good(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  for (;;)
    if (work())
      break;
}

void only_way_out_of_a_loop(pthread_mutex_t *m) {
  in_a_loop_for_good(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:3: note: calling 'in_a_loop_for_good' here
  // CHECK-NEXT: :[[@LINE-11]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

static int two_levels(pthread_mutex_t *m) {
  if (early_return(m))
    return -1;
  return 0;
}

void set_two_levels_down(pthread_mutex_t *m) {
  two_levels(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:3: note: calling 'two_levels' here
  // CHECK-NEXT: :[[@LINE-10]]:7: note: calling 'early_return' here
  // CHECK-NEXT: :[[@LINE-127]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-127]]:3: note: taking the true branch here
  // CHECK-NEXT: :[[@LINE-13]]:3: note: taking the true branch here
  // CHECK-NEXT: :[[@LINE-7]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

static void many_branches(pthread_mutex_t *m, const int *a) {
  pthread_mutex_lock(m);
  if (a[0] || a[1] || a[2] || a[3] || a[4] || a[5] || a[6] || a[7] || a[8] ||
      a[9])
    pthread_mutex_unlock(m);
}

void at_most_eight(pthread_mutex_t *m, const int *a) {
  many_branches(m, a);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:3: note: calling 'many_branches' here
  // CHECK-NEXT: :[[@LINE-11]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-11]]:23: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-12]]:31: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-13]]:39: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-14]]:47: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-15]]:55: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-16]]:63: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-17]]:71: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-18]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-12]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

// --- The callee does not clear it -----------------------------------------

static void clear_if(pthread_mutex_t *m, int held) {
  if (held)
    pthread_mutex_unlock(m);
}

void not_cleared(pthread_mutex_t *m, int held) {
  pthread_mutex_lock(m);
  clear_if(m, held);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:3: note: calling 'clear_if' here
  // CHECK-NEXT: :[[@LINE-11]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-5]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void not_cleared_by_argument(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  clear_if(m, 0);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:3: note: calling 'clear_if' here
  // CHECK-NEXT: :[[@LINE-22]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-5]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void cleared_by_argument(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  clear_if(m, 1);
  pthread_mutex_destroy(m); // TN
}

static void clear_some(pthread_mutex_t *m, int n) {
  switch (n) {
  case 1:
    pthread_mutex_unlock(m);
    break;
  case 2:
    break;
  default:
    pthread_mutex_unlock(m);
  }
}

void not_cleared_in_one_case(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  clear_some(m, work());
  if (work())
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
    // CHECK-NEXT: :[[@LINE-5]]:3: note: set here{{$}}
    // CHECK-NEXT: :[[@LINE-5]]:3: note: calling 'clear_some' here
    // CHECK-NEXT: :[[@LINE-15]]:3: note: control jumps to this case
    // CHECK-NEXT: :[[@LINE-6]]:3: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-6]]:5: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

static void clear_in_a_round(pthread_mutex_t *m) {
  for (int i = 0; i < 2; i++)
    if (work()) {
      pthread_mutex_unlock(m);
      return;
    }
}

void rounds_are_told_once(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  clear_in_a_round(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:3: note: calling 'clear_in_a_round' here
  // CHECK-NEXT: :[[@LINE-13]]:5: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-15]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-6]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

static void does_not_touch_it(pthread_mutex_t *m, int held) {
  if (held)
    work();
}

void no_call_to_tell_of(pthread_mutex_t *m, int held) {
  pthread_mutex_lock(m);
  does_not_touch_it(m, held);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

// --- The callee closes it --------------------------------------------------

static void clear_if_and_close(pthread_mutex_t *m, int held) {
  if (held)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m);
}

void closed_in_callee(pthread_mutex_t *m, int held) {
  pthread_mutex_lock(m);
  clear_if_and_close(m, held); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:3: note: calling 'clear_if_and_close' here
  // CHECK-NEXT: :[[@LINE-11]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-10]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

static void close_it(pthread_mutex_t *m) {
  if (work())
    work();
  pthread_mutex_destroy(m);
}

void closed_in_any_case(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  close_it(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:3: note: calling 'close_it' here
  // CHECK-NEXT: :[[@LINE-9]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

static void outer(pthread_mutex_t *m, int held, int end) {
  if (end)
    clear_if_and_close(m, held);
}

void closed_two_levels_down(pthread_mutex_t *m, int held, int end) {
  pthread_mutex_lock(m);
  outer(m, held, end); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:3: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:3: note: calling 'outer' here
  // CHECK-NEXT: :[[@LINE-10]]:3: note: taking the true branch here
  // CHECK-NEXT: :[[@LINE-10]]:5: note: calling 'clear_if_and_close' here
  // CHECK-NEXT: :[[@LINE-43]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-42]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

// --- The callee tries ------------------------------------------------------

static int try_and_test(pthread_mutex_t *m) {
  if (pthread_mutex_trylock(m))
    return -1;
  return 0;
}

void tested_in_callee(pthread_mutex_t *m) {
  try_and_test(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:3: note: calling 'try_and_test' here
  // CHECK-NEXT: :[[@LINE-10]]:7: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-11]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-5]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

static int only_try(pthread_mutex_t *m) { return pthread_mutex_trylock(m); }

void tested_here(pthread_mutex_t *m) {
  if (only_try(m) == 0)
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
    // CHECK-NEXT: :[[@LINE-3]]:7: note: calling 'only_try' here
    // CHECK-NEXT: :[[@LINE-7]]:50: note: set here{{$}}
    // CHECK-NEXT: :[[@LINE-5]]:3: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-5]]:5: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

void tested_nowhere(pthread_mutex_t *m) {
  only_try(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:3: note: calling 'only_try' here
  // CHECK-NEXT: :[[@LINE-17]]:50: note: set here, if the call succeeds{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:3: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

static int try_if_wanted(pthread_mutex_t *m, int wanted) {
  if (wanted)
    pthread_mutex_trylock(m);
  return wanted;
}

void something_else_tested(pthread_mutex_t *m, int wanted) {
  if (try_if_wanted(m, wanted))
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
    // CHECK-NEXT: :[[@LINE-3]]:7: note: calling 'try_if_wanted' here
    // CHECK-NEXT: :[[@LINE-9]]:5: note: set here, if the call succeeds{{$}}
    // CHECK-NEXT: :[[@LINE-5]]:3: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-5]]:5: note: pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)
}

static void take(sem_t *s) {
  if (sem_trywait(s))
    abort();
}

void permit_taken_in_callee(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  take(&s);
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:3: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:3: note: semaphore created here with an initial count of 1
  // CHECK-NEXT: :[[@LINE-4]]:3: note: calling 'take' here
  // CHECK-NEXT: :[[@LINE-12]]:19: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-13]]:3: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-6]]:3: note: the permit that was taken is lost: a thread that still waits for it hangs, and if the semaphore has a name, it stays one short for every process
}
