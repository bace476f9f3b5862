// RUN: %check_notes %s
#include <pthread.h>

void work(int);

// Branches after which the lock is held either way are not in the notes.
void posix(pthread_mutex_t *m, int a, int b, int c) {
  if (a)
    work(1);
  pthread_mutex_lock(m);
  if (b)
    work(2);
  else
    work(3);
  if (c)
    pthread_mutex_unlock(m);
  if (b)
    work(4);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-11]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-7]]:{{[0-9]+}}: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void posix_straight(pthread_mutex_t *m, int a, int b) {
  pthread_mutex_lock(m);
  if (a)
    work(1);
  while (b--)
    work(b);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-7]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}
