// RUN: %check %s
#include "os2.h"
#include "win32.h"
#include <pthread.h>
#include <stdlib.h>

void work(int);

void win32(int n) {
  while (n-- > 0) {
    HANDLE h = CreateMutex(NULL, FALSE, NULL);
    if (!h)
      continue;
    WaitForSingleObject(h, INFINITE);
    work(n);
    ReleaseMutex(h);
    CloseHandle(h); // TN
  }
}

void win32_held(int n) {
  while (n-- > 0) {
    HANDLE h = CreateMutex(NULL, FALSE, NULL);
    if (!h)
      continue;
    WaitForSingleObject(h, INFINITE);
    work(n);
    CloseHandle(h); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it is still set; potential ERROR_SEM_IS_SET (102)
  }
}

// The mutex of the last round is not the one of this round.
void win32_left_behind(int n) {
  HANDLE h = NULL;
  while (n-- > 0) {
    if (h) {
      ReleaseMutex(h);
      CloseHandle(h); // TN
    }
    h = CreateMutex(NULL, TRUE, NULL);
  }
  if (h)
    ReleaseMutex(h);
  CloseHandle(h); // TN
}

void posix(int n) {
  int i;
  for (i = 0; i < n; i++) {
    pthread_mutex_t *m = malloc(sizeof *m);
    if (!m)
      break;
    pthread_mutex_init(m, NULL);
    pthread_mutex_lock(m);
    work(i);
    pthread_mutex_unlock(m);
    pthread_mutex_destroy(m); // TN
    free(m); // TN
  }
}

void posix_local(int n) {
  int i;
  for (i = 0; i < n; i++) {
    pthread_mutex_t m;
    pthread_mutex_init(&m, NULL);
    pthread_mutex_lock(&m);
    work(i);
    pthread_mutex_unlock(&m);
    pthread_mutex_destroy(&m); // TN
  }
}

struct node {
  pthread_mutex_t lock;
  struct node *next;
};

void list(struct node *n) {
  while (n) {
    struct node *next;
    pthread_mutex_lock(&n->lock);
    next = n->next;
    pthread_mutex_unlock(&n->lock);
    pthread_mutex_destroy(&n->lock); // TN
    free(n); // TN
    n = next;
  }
}

void list_held(struct node *n) {
  while (n) {
    struct node *next;
    pthread_mutex_lock(&n->lock);
    next = n->next;
    pthread_mutex_destroy(&n->lock); // TP
    // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'n->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
    n = next;
  }
}

// Hand over hand: each lock is released after the next one is taken.
void hand_over_hand(struct node *n) {
  pthread_mutex_lock(&n->lock);
  while (n->next) {
    struct node *next = n->next;
    pthread_mutex_lock(&next->lock);
    pthread_mutex_unlock(&n->lock);
    n = next;
  }
  pthread_mutex_unlock(&n->lock);
  pthread_mutex_destroy(&n->lock); // TN
}
