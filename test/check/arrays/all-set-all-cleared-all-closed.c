// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <semaphore.h>

#define N 8

void posix(pthread_mutex_t v[N]) {
  int i;
  for (i = 0; i < N; i++)
    pthread_mutex_lock(&v[i]);
  for (i = 0; i < N; i++)
    pthread_mutex_unlock(&v[i]);
  for (i = 0; i < N; i++)
    pthread_mutex_destroy(&v[i]); // TN
}

void posix_reverse(void) {
  pthread_mutex_t v[N];
  int i;
  for (i = 0; i < N; i++) {
    pthread_mutex_init(&v[i], NULL);
    pthread_mutex_lock(&v[i]);
  }
  for (i = N; i-- > 0;)
    pthread_mutex_unlock(&v[i]);
  for (i = 0; i < N; i++)
    pthread_mutex_destroy(&v[i]); // TN
} // TN

void posix_by_pointer(pthread_mutex_t *first, pthread_mutex_t *last) {
  pthread_mutex_t *m;
  for (m = first; m != last; m++)
    pthread_mutex_lock(m);
  for (m = first; m != last; m++)
    pthread_mutex_unlock(m);
  for (m = first; m != last; m++)
    pthread_mutex_destroy(m); // TN
}

void os2(HSEM v[N], int n) {
  int i;
  for (i = 0; i < n; i++)
    DosSemSet(v[i]);
  for (i = 0; i < n; i++)
    DosSemClear(v[i]);
  for (i = 0; i < n; i++)
    DosCloseSem(v[i]); // TN
}

void win32(void) {
  HANDLE v[N];
  int i;
  for (i = 0; i < N; i++)
    v[i] = CreateMutex(NULL, TRUE, NULL);
  for (i = 0; i < N; i++)
    ReleaseMutex(v[i]);
  for (i = 0; i < N; i++)
    CloseHandle(v[i]); // TN
}

// In one round, the element is the same.
void posix_same_round(pthread_mutex_t v[N]) {
  int i;
  for (i = 0; i < N; i++) {
    pthread_mutex_lock(&v[i]);
    pthread_mutex_destroy(&v[i]); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'v[i]' while it is still set; potential ERROR_SEM_IS_SET (102)
  }
}

void posix_same_round_released(pthread_mutex_t v[N]) {
  int i;
  for (i = 0; i < N; i++) {
    pthread_mutex_lock(&v[i]);
    pthread_mutex_unlock(&v[i]);
    pthread_mutex_destroy(&v[i]); // TN
  }
}
