// RUN: %check %s
#include <threads.h>

void held(mtx_t *m) {
  mtx_lock(m);
  mtx_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-3]]:{{[0-9]+}}: note: mtx_destroy on a locked mutex is undefined
}

void created_and_held(void) {
  mtx_t m;
  mtx_init(&m, mtx_plain);
  mtx_lock(&m);
  mtx_destroy(&m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: semaphore created here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: mtx_destroy on a locked mutex is undefined
}

void released(mtx_t *m) {
  mtx_lock(m);
  mtx_unlock(m);
  mtx_destroy(m); // TN
}
