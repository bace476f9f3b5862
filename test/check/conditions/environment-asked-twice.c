// RUN: %check %s
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <errno.h>

void work(void);

// errno may differ, a string compared twice does not.
void string_compared(pthread_mutex_t *m, const char *mode) {
  if (strcmp(mode, "shared") == 0)
    pthread_mutex_lock(m);
  work();
  if (strcmp(mode, "shared") == 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void other_string(pthread_mutex_t *m, const char *mode) {
  if (strcmp(mode, "shared") == 0)
    pthread_mutex_lock(m);
  work();
  if (strcmp(mode, "private") == 0)
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void first_letter(pthread_mutex_t *m, const char *mode) {
  if (mode[0] == 's')
    pthread_mutex_lock(m);
  work();
  if (*mode == 's')
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}

void kept_in_local(pthread_mutex_t *m) {
  const char *e = getenv("SHARED");
  if (e && *e == '1')
    pthread_mutex_lock(m);
  work();
  if (e && *e == '1')
    pthread_mutex_unlock(m);
  pthread_mutex_destroy(m); // TN
}
