/* Three findings; which of them happens, the argument says. */

#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>

static void close_it(pthread_mutex_t *m) { pthread_mutex_destroy(m); }

int main(int argc, char **argv) {
  static pthread_mutex_t m;
  static pthread_rwlock_t rw;
  sem_t s;
  (void)argv;

  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  if (argc < 3)
    pthread_mutex_unlock(&m);
  close_it(&m);

  pthread_rwlock_init(&rw, NULL);
  pthread_rwlock_wrlock(&rw);
  if (argc != 2)
    pthread_rwlock_unlock(&rw);
  pthread_rwlock_destroy(&rw);

  if (argc < 9)
    return 0;
  sem_init(&s, 0, 1);
  sem_wait(&s);
  sem_destroy(&s);
  return 0;
}
