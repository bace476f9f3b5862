// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}" -- -std=c++20
#include <semaphore>

void permit() {
  std::counting_semaphore<4> S(2);
  S.acquire();
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'S' goes out of scope while it may still be set; potential ERROR_SEM_IS_SET (102)

void permit_returned() {
  std::counting_semaphore<4> S(2);
  S.acquire();
  S.acquire();
  S.release(2);
} // TN

void signal(void (*Start)(std::binary_semaphore *)) {
  std::binary_semaphore S(0);
  Start(&S);
  S.acquire();
} // TN

void not_available() {
  std::binary_semaphore S(1);
  if (S.try_acquire())
    S.release();
} // TN
