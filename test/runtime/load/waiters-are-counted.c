// RUN: %clang -std=gnu11 -O1 %confirm %s -o %t
// RUN: env SEMTIDY_OPTIONS=exitcode=0 %t 2>&1 | %records | FileCheck %s

#include <pthread.h>
#include <semaphore.h>
#include <stddef.h>
#include <unistd.h>

static pthread_mutex_t m;
static sem_t s;

static void *lock(void *at) {
  (void)at;
  pthread_mutex_lock(&m);
  pthread_mutex_unlock(&m);
  return NULL;
}

static void *take(void *at) {
  (void)at;
  sem_wait(&s);
  return NULL;
}

int main(void) {
  pthread_t t[5];
  pthread_mutex_init(&m, NULL);
  pthread_mutex_lock(&m);
  sem_init(&s, 0, 1);
  sem_wait(&s);
  for (int i = 0; i < 5; i++)
    pthread_create(&t[i], NULL, i < 3 ? lock : take, NULL);
  usleep(200000);
  pthread_mutex_destroy(&m);
  // CHECK: REPORT close 'm' {{.*}} waiters 3,
  sem_destroy(&s);
  // CHECK: REPORT close 's' {{.*}} waiters 2,
  pthread_mutex_unlock(&m);
  for (int i = 0; i < 3; i++)
    pthread_join(t[i], NULL);
  return 0;
}
