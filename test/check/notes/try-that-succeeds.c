// RUN: %check_notes %s
#include "win32.h"
#include <pthread.h>

void tested(pthread_mutex_t *m) {
  if (pthread_mutex_trylock(m) == 0)
    pthread_mutex_destroy(m); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
    // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here, if the call succeeds{{$}}
    // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: taking the true branch here
    // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void not_tested(pthread_mutex_t *m) {
  pthread_mutex_trylock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here, if the call succeeds{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: pthread_mutex_destroy on a locked mutex is undefined
}

void tested_later(LPCRITICAL_SECTION cs) {
  BOOL got = TryEnterCriticalSection(cs);
  if (!got)
    return;
  DeleteCriticalSection(cs); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'cs' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: set here, if the call succeeds{{$}}
  // CHECK-NEXT: :[[@LINE-5]]:{{[0-9]+}}: note: taking the false branch here
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: DeleteCriticalSection on an owned section leaves the threads that wait for it in an undefined state
}
