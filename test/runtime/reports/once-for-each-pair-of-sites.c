// RUN: %clang -std=c99 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | count 2
// RUN: env SEMTIDY_OPTIONS=exitcode=0:report_all=1 %t 2>&1 | %records | count 12

#include <pthread.h>
#include <stddef.h>

static void leave(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m);
}

int main(void) {
  pthread_mutex_t m;
  int i;
  for (i = 0; i < 4; i++) {
    pthread_mutex_init(&m, NULL);
    leave(&m);
  }
  for (i = 0; i < 8; i++) {
    pthread_mutex_init(&m, NULL);
    leave(&m);
  }
  return 0;
}
