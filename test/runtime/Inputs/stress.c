/* Everything at once, for the sanitizers: threads that come and go, closes of
   set and clear objects, condition variables, free, fork. */

#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

enum { Threads = 16, Rounds = 200 };

static pthread_mutex_t shared = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static pthread_rwlock_t rw = PTHREAD_RWLOCK_INITIALIZER;
static sem_t permits;
static int turn;

static void *work(void *at) {
  int self = (int)(size_t)at;
  for (int i = 0; i < Rounds; i++) {
    pthread_mutex_t *own = malloc(sizeof *own);
    sem_t s;
    pthread_mutex_init(own, NULL);
    pthread_mutex_lock(own);
    pthread_rwlock_rdlock(&rw);
    pthread_mutex_lock(&shared);
    while (turn % 2 != self % 2 && turn < Rounds)
      pthread_cond_wait(&changed, &shared);
    turn++;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&shared);
    sem_wait(&permits);
    sem_post(&permits);
    pthread_rwlock_unlock(&rw);
    sem_init(&s, 0, 1);
    sem_wait(&s);
    sem_destroy(&s); /* a permit is taken */
    pthread_mutex_unlock(own);
    if (i % 2)
      pthread_mutex_destroy(own);
    free(own);
  }
  return NULL;
}

int main(void) {
  pthread_t threads[Threads];
  sem_init(&permits, 0, 4);
  for (size_t i = 0; i < Threads; i++)
    pthread_create(&threads[i], NULL, work, (void *)i);
  for (int i = 0; i < Threads; i++)
    pthread_join(threads[i], NULL);
  if (fork() == 0) {
    work((void *)0);
    _exit(0);
  }
  wait(NULL);
  return 0;
}
