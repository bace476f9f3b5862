// RUN: %check %s
#include <pthread.h>

void work(int);

static const unsigned long long Big = 0xFFFFFFFFFFFFFFF0ull;
static const unsigned __int128 Huge = (unsigned __int128)1 << 100;
static const unsigned long long Table[2] = {0x8000000000000000ull, 3};
enum { Top = 0xFFFFFFFFFFFFFFFFull };

void constant_variable(pthread_mutex_t *m, unsigned long long n) {
  if (n > Big)
    pthread_mutex_lock(m);
  work(1);
  if (n > Big)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void wider_variable(pthread_mutex_t *m, unsigned __int128 n) {
  pthread_mutex_lock(m);
  if (n > Huge)
    work(1);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void element(pthread_mutex_t *m, int i) {
  pthread_mutex_lock(m);
  if (Table[0] > Table[i])
    work(1);
  pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void cases(pthread_mutex_t *m, unsigned long long n) {
  pthread_mutex_lock(m);
  switch (n) {
  case 0xFFFFFFFFFFFFFFFFull:
    pthread_mutex_unlock(m);
    break;
  case 0x8000000000000000ull ... 0x8000000000000010ull:
    pthread_mutex_unlock(m);
    break;
  case 1:
    break;
  default:
    pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void wide_cases(pthread_mutex_t *m, __int128 n) {
  pthread_mutex_lock(m);
  switch (n) {
  case (__int128)1 << 90:
    pthread_mutex_unlock(m);
    break;
  default:
    pthread_mutex_unlock(m);
  }
  pthread_mutex_destroy(m); // TN
}

void enumerator(pthread_mutex_t *m, unsigned long long n) {
  if (n == Top)
    pthread_mutex_lock(m);
  work(2);
  if (n == Top)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void characters(pthread_mutex_t *m, unsigned char c) {
  if (c == 255)
    pthread_mutex_lock(m);
  work(3);
  if ((signed char)c == -1)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void truncated(pthread_mutex_t *m, unsigned long long n) {
  unsigned k = (unsigned)n;
  if (k == 0xFFFFFFFF)
    pthread_mutex_lock(m);
  work(4);
  if (k == 0xFFFFFFFF)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
