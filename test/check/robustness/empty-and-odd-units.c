// RUN: %check %s
#include <pthread.h>

void declared_only(pthread_mutex_t *);
void empty(void) {}
static pthread_mutex_t Unused;
extern pthread_mutex_t Elsewhere;
typedef pthread_mutex_t Alias;
int pthread_count;

// A variable and a parameter with the names of modelled functions.
void shadowed(Alias *sem_wait, int pthread_mutex_lock) {
  int pthread_mutex_destroy = pthread_mutex_lock;
  (void)sem_wait;
  (void)pthread_mutex_destroy;
} // TN

void only_semicolons(void) {
  ;
  ;
  {
    ;
  }
}

void address_taken(void) {
  int (*f)(pthread_mutex_t *) = pthread_mutex_destroy;
  (void)f;
}

void in_parentheses(Alias *m) {
  (pthread_mutex_lock)(m);
  (*pthread_mutex_destroy)(m); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void not_evaluated(Alias *m) {
  (void)sizeof(pthread_mutex_lock(m));
  pthread_mutex_destroy(m); // TN
}
