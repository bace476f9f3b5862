// RUN: %check %s
#include <pthread.h>
#include <semaphore.h>

void report(int);

// A question about the lock can say whether it is held, and a program that asked
// knows more than we do. This one is about something else.
void priority(pthread_mutex_t *m) {
  int Ceiling = 0;
  pthread_mutex_lock(m);
  if (pthread_mutex_getprioceiling(m, &Ceiling) != 0 || Ceiling != 5)
    report(Ceiling);
  pthread_mutex_destroy(m); // TP
}

void left_over(sem_t *s) {
  int Count = 0;
  sem_init(s, 0, 1);
  sem_wait(s);
  if (sem_getvalue(s, &Count) != 0 || Count != 1)
    report(Count);
  sem_destroy(s); // TN the question was about the permits
}

void no_question(pthread_mutex_t *m, int Ceiling) {
  pthread_mutex_lock(m);
  if (Ceiling != 5)
    report(Ceiling);
  pthread_mutex_destroy(m); // TP
}
