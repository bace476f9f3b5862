// RUN: %check %s
#include <pthread.h>

void report(int);

// A question about the lock can say whether it is held, and a program that asked
// knows more than we do. This one is about something else.
void priority(pthread_mutex_t *m) {
  int Ceiling = 0;
  pthread_mutex_lock(m);
  if (pthread_mutex_getprioceiling(m, &Ceiling) != 0 || Ceiling != 5)
    report(Ceiling);
  pthread_mutex_destroy(m); // FN the question is not about the state
}

void no_question(pthread_mutex_t *m, int Ceiling) {
  pthread_mutex_lock(m);
  if (Ceiling != 5)
    report(Ceiling);
  pthread_mutex_destroy(m); // TP
}
