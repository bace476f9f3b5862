// RUN: %check %s
#define O_CREAT 0100
#define SEM_FAILED ((sem_t *)0)
typedef union { char size[32]; long align; } sem_t;
int sem_init(sem_t *s, int shared, unsigned value);
int sem_destroy(sem_t *s);
sem_t *sem_open(const char *name, int flags, ...);
int sem_close(sem_t *s);
int sem_wait(sem_t *s);
int sem_trywait(sem_t *s);
int sem_post(sem_t *s);
void start(sem_t *s);

void permit_lost(void) {
  sem_t *s = sem_open("/jobs", O_CREAT, 0600, 1);
  if (s == SEM_FAILED)
    return;
  sem_wait(s);
  sem_close(s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it {{(is still|may still be)}} set; potential ERROR_SEM_IS_SET (102)
}

void permit_returned(void) {
  sem_t *s = sem_open("/jobs", O_CREAT, 0600, 1);
  if (s == SEM_FAILED)
    return;
  sem_wait(s);
  sem_post(s);
  sem_close(s); // TN
}

void opened_only(void) {
  sem_t *s = sem_open("/jobs", 0);
  if (s == SEM_FAILED)
    return;
  sem_wait(s);
  sem_close(s); // TN
}

void unnamed(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_wait(&s);
  sem_destroy(&s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

// Initial count 0: the wait consumes a signal.
void signal(void) {
  sem_t s;
  sem_init(&s, 0, 0);
  start(&s);
  sem_wait(&s);
  sem_destroy(&s); // TN
}

void unknown_count(unsigned n) {
  sem_t s;
  sem_init(&s, 0, n);
  sem_wait(&s);
  sem_destroy(&s); // TN
}

void not_available(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  if (sem_trywait(&s) != 0) {
    sem_destroy(&s); // TN
    return;
  }
  sem_post(&s);
  sem_destroy(&s); // TN
}
