// RUN: %check %s
#include <fcntl.h>
#include <semaphore.h>

// The permit is gone for every process: the name keeps a count of 0.
int taken(void) {
  sem_t *s = sem_open("/limit", O_CREAT, 0600, 1);
  if (s == SEM_FAILED)
    return -1;
  sem_wait(s);
  return sem_close(s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it {{is still|may still be}} set; potential ERROR_SEM_IS_SET (102)
}

int given_back(void) {
  sem_t *s = sem_open("/limit", O_CREAT, 0600, 1);
  if (s == SEM_FAILED)
    return -1;
  sem_wait(s);
  sem_post(s);
  return sem_close(s); // TN
}

int given_back_on_one_path(int c) {
  sem_t *s = sem_open("/limit", O_CREAT, 0600, 1);
  if (s == SEM_FAILED)
    return -1;
  sem_wait(s);
  if (c)
    sem_post(s);
  return sem_close(s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// Created empty: a signal from another process was taken.
int signal_taken(void) {
  sem_t *s = sem_open("/ready", O_CREAT, 0600, 0);
  if (s == SEM_FAILED)
    return -1;
  sem_wait(s);
  return sem_close(s); // TN
}

// Opened, not created: whether it is a limit or a signal is not known.
int opened(void) {
  sem_t *s = sem_open("/limit", 0);
  if (s == SEM_FAILED)
    return -1;
  sem_wait(s);
  return sem_close(s); // TN
}

// The name goes, the permit is as lost.
int unlinked(void) {
  sem_t *s = sem_open("/limit", O_CREAT | O_EXCL, 0600, 2);
  if (s == SEM_FAILED)
    return -1;
  sem_unlink("/limit");
  sem_wait(s);
  return sem_close(s); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 's' while it {{is still|may still be}} set; potential ERROR_SEM_IS_SET (102)
}
