// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
typedef unsigned mach_port_t;
typedef mach_port_t semaphore_t, task_t;
typedef int kern_return_t;
#define KERN_SUCCESS 0
#define SYNC_POLICY_FIFO 0
kern_return_t semaphore_create(task_t task, semaphore_t *s, int policy, int value);
kern_return_t semaphore_wait(semaphore_t s);
kern_return_t semaphore_signal(semaphore_t s);
typedef struct { unsigned tv_sec; int tv_nsec; } mach_timespec_t;
kern_return_t semaphore_timedwait(semaphore_t s, mach_timespec_t t);
kern_return_t semaphore_timedwait_signal(semaphore_t wait, semaphore_t signal, mach_timespec_t t);
kern_return_t semaphore_destroy(task_t task, semaphore_t s);

void taken(task_t self) {
  semaphore_t s;
  if (semaphore_create(self, &s, SYNC_POLICY_FIFO, 1) != KERN_SUCCESS)
    return;
  if (semaphore_wait(s) == KERN_SUCCESS)
    semaphore_destroy(self, s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void signal(task_t self) {
  semaphore_t s;
  if (semaphore_create(self, &s, SYNC_POLICY_FIFO, 0) != KERN_SUCCESS)
    return;
  semaphore_wait(s);
  semaphore_destroy(self, s); // TN
}

void timed_out(task_t self, mach_timespec_t t) {
  semaphore_t s;
  if (semaphore_create(self, &s, SYNC_POLICY_FIFO, 1) != KERN_SUCCESS)
    return;
  if (semaphore_timedwait(s, t) != KERN_SUCCESS) {
    semaphore_destroy(self, s); // TN
    return;
  }
  semaphore_signal(s);
  semaphore_destroy(self, s); // TN
}

// The one is taken, the other given back.
void handed_over(task_t self, mach_timespec_t t) {
  semaphore_t a, b;
  if (semaphore_create(self, &a, SYNC_POLICY_FIFO, 1) != KERN_SUCCESS ||
      semaphore_create(self, &b, SYNC_POLICY_FIFO, 1) != KERN_SUCCESS)
    return;
  if (semaphore_wait(b) != KERN_SUCCESS)
    return;
  if (semaphore_timedwait_signal(a, b, t) == KERN_SUCCESS) {
    semaphore_destroy(self, b); // TN
    semaphore_destroy(self, a); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'a' while it may still be set; potential ERROR_SEM_IS_SET (102)
  }
}
