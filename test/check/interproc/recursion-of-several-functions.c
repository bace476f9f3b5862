// Functions that call each other in a cycle: what is found does not depend on
// their order in the source, nor on which of them is called first.
// RUN: %check %s
// RUN: %check %s -- -DREVERSED
#include <pthread.h>

int ask(void);

static pthread_mutex_t g = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t h = PTHREAD_MUTEX_INITIALIZER;

static void ping(int n);
static void pong(int n);
static int expression(int n);
static int term(int n);
static int factor(int n);

#define PING                                                                   \
  static void ping(int n) {                                                    \
    if (n == 0) {                                                              \
      pthread_mutex_lock(&g);                                                  \
      return;                                                                  \
    }                                                                          \
    pong(n - 1);                                                               \
  }
#define PONG                                                                   \
  static void pong(int n) {                                                    \
    if (n > 0)                                                                 \
      ping(n - 1);                                                             \
  }
#define EXPRESSION                                                             \
  static int expression(int n) { return term(n) + 1; }
#define TERM                                                                   \
  static int term(int n) {                                                     \
    pthread_mutex_lock(&h);                                                    \
    int value = factor(n);                                                     \
    pthread_mutex_unlock(&h);                                                  \
    return value;                                                              \
  }
#define FACTOR                                                                 \
  static int factor(int n) {                                                   \
    if (n == 0)                                                                \
      return 0;                                                                \
    pthread_mutex_unlock(&h);                                                  \
    int value = expression(n - 1);                                             \
    pthread_mutex_lock(&h);                                                    \
    return value;                                                              \
  }

#ifdef REVERSED
// clang-format off
FACTOR
TERM
EXPRESSION
PONG
PING
#else
PING
PONG
EXPRESSION
TERM
FACTOR
#endif
// clang-format on

void pinged(int n) {
  ping(n);
  pthread_mutex_destroy(&g); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'g' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void ponged(int n) {
  pong(n);
  pthread_mutex_destroy(&g); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'g' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void ponged_nothing(void) {
  pong(0);
  pthread_mutex_destroy(&g); // TN
}

void parsed(int n) {
  expression(n);
  pthread_mutex_destroy(&h); // TN
}

void parsed_while_other_is_held(int n) {
  pthread_mutex_lock(&g);
  expression(n);
  pthread_mutex_destroy(&g); // TP
  // CHECK: :[[@LINE-1]]:{{[0-9]+}}: warning: closing semaphore 'g' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void parsed_while_other_is_free(int n) {
  pthread_mutex_lock(&g);
  pthread_mutex_unlock(&g);
  expression(n);
  pthread_mutex_destroy(&g); // TN
}
