// RUN: %check %s -- -std=c++20
#include <semaphore>

void work();
void start(std::binary_semaphore &);

// A semaphore is only noted, since its destructor asks for nothing; at the
// default strength nothing is said.
void taken() {
  std::binary_semaphore S(1);
  S.acquire();
  work();
} // TN

void signalled() {
  std::binary_semaphore S(0);
  start(S);
  S.acquire();
} // TN

void balanced() {
  std::counting_semaphore<8> S(3);
  S.acquire();
  S.release();
} // TN
