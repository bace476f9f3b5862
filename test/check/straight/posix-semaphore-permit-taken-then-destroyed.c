// RUN: %check %s
#include <semaphore.h>

void taken(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_wait(&s);
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: semaphore created here with an initial count of 1
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: set here{{$}}
  // CHECK-NEXT: :[[@LINE-4]]:{{[0-9]+}}: note: the permit that was taken is lost
}

void one_of_three_not_given_back(void) {
  sem_t s;
  sem_init(&s, 0, 3);
  sem_wait(&s);
  sem_wait(&s);
  sem_post(&s);
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void given_back(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_wait(&s);
  sem_post(&s);
  sem_destroy(&s); // TN
}

void all_given_back(void) {
  sem_t s;
  sem_init(&s, 0, 3);
  sem_wait(&s);
  sem_wait(&s);
  sem_post(&s);
  sem_post(&s);
  sem_destroy(&s); // TN
}

void more_given_than_taken(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_post(&s);
  sem_wait(&s);
  sem_destroy(&s); // TN
}

// Who created it, and with what count, is not known.
void unknown_count(sem_t *s) {
  sem_wait(s);
  sem_destroy(s); // TN
}

void computed_count(unsigned n) {
  sem_t s;
  sem_init(&s, 0, n);
  sem_wait(&s);
  sem_destroy(&s); // TN
}
