// RUN: %check %s
#include <semaphore.h>

extern "C" int helper(sem_t *S);
namespace project {
// Another function of the same name.
int sem_wait(int *) { return 0; }
int sem_destroy(int *) { return 0; }
} // namespace project

void own(int *S) {
  project::sem_wait(S);
  project::sem_destroy(S); // TN
}

void permit() {
  sem_t S;
  ::sem_init(&S, 0, 1);
  ::sem_wait(&S);
  ::sem_destroy(&S); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'S' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void permitGivenAway() {
  sem_t S;
  ::sem_init(&S, 0, 1);
  ::sem_wait(&S);
  helper(&S);
  ::sem_destroy(&S); // TN
}
