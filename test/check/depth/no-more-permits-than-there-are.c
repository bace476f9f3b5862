// RUN: %check %s
#include "win32.h"
#include <semaphore.h>

void publish(sem_t *s);

// Nobody else knows the semaphore, so a second permit never comes.
void second_try_fails(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_wait(&s);
  if (sem_trywait(&s) == 0) {
    sem_post(&s);
    sem_destroy(&s); // TN
    return;
  }
  sem_post(&s);
  sem_destroy(&s); // TN
}

void second_try_fails_and_one_is_kept(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_wait(&s);
  if (sem_trywait(&s) == 0)
    sem_post(&s);
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// The wait does not end.
void waits_for_itself(void) {
  HANDLE h = CreateSemaphore(NULL, 1, 1, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  WaitForSingleObject(h, INFINITE);
  ReleaseSemaphore(h, 1, NULL);
  CloseHandle(h); // TN
}

void two_of_two(void) {
  HANDLE h = CreateSemaphore(NULL, 2, 2, NULL);
  if (!h)
    return;
  WaitForSingleObject(h, INFINITE);
  WaitForSingleObject(h, INFINITE);
  ReleaseSemaphore(h, 1, NULL);
  CloseHandle(h); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'h' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// What was given before can be taken.
void given_before(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_post(&s);
  sem_wait(&s);
  sem_wait(&s);
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void somebody_may_give_one(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  publish(&s);
  sem_wait(&s);
  sem_wait(&s);
  sem_post(&s);
  sem_destroy(&s); // TN
}

// As many rounds as there are permits.
void three_rounds(int n) {
  sem_t s;
  sem_init(&s, 0, 3);
  for (int i = 0; i < n; i++)
    sem_wait(&s);
  sem_post(&s);
  sem_post(&s);
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void all_rounds_given_back(int n) {
  sem_t s;
  sem_init(&s, 0, 3);
  for (int i = 0; i < n; i++)
    sem_wait(&s);
  sem_post(&s);
  sem_post(&s);
  sem_post(&s);
  sem_destroy(&s); // TN
}

void taken_and_given_in_each_round(int n) {
  sem_t s;
  sem_init(&s, 0, 3);
  for (int i = 0; i < n; i++) {
    sem_wait(&s);
    sem_wait(&s);
    sem_post(&s);
    sem_post(&s);
  }
  sem_destroy(&s); // TN
}

// What the second loop gives back it took itself.
void second_loop_gives_back_its_own(int n, int m) {
  sem_t s;
  sem_init(&s, 0, 2);
  for (int i = 0; i < n; i++)
    sem_wait(&s);
  for (int i = 0; i < m; i++) {
    sem_wait(&s);
    sem_post(&s);
  }
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void second_loop_gives_back_all(int n) {
  sem_t s;
  sem_init(&s, 0, 2);
  for (int i = 0; i < n; i++)
    sem_wait(&s);
  for (int i = 0; i < n; i++)
    sem_post(&s);
  sem_destroy(&s); // TN
}

void second_loop_gives_back_more_than_it_takes(int n) {
  sem_t s;
  sem_init(&s, 0, 2);
  for (int i = 0; i < n; i++)
    sem_wait(&s);
  for (int i = 0; i < n; i++) {
    sem_post(&s);
    sem_wait(&s);
    sem_post(&s);
  }
  sem_destroy(&s); // TN
}

void second_loop_while_some_are_out(int n) {
  sem_t s;
  int out = 0;
  sem_init(&s, 0, 2);
  for (int i = 0; i < n; i++) {
    sem_wait(&s);
    out++;
  }
  while (out-- > 0)
    sem_post(&s);
  sem_destroy(&s); // TN
}

void posted_where_some_are_out(int n) {
  sem_t s;
  int out = 0;
  sem_init(&s, 0, 4);
  while (n-- > 0) {
    if (sem_trywait(&s) == 0)
      out++;
    if (out) {
      sem_post(&s);
      out--;
    }
  }
  sem_destroy(&s); // TN
}
