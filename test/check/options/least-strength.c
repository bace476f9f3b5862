// RUN: %check %s
// RUN: %check -prefix=ERROR %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: error}}"
// RUN: %check -prefix=NOTE %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note}}"
#include <pthread.h>
#include <semaphore.h>

// Undefined behaviour.
void mutex(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m); // TP
}
// CHECK: warning: closing semaphore 'm'
// ERROR: warning: closing semaphore 'm'
// NOTE: warning: closing semaphore 'm'

// A lost permit.
void permit(void) {
  sem_t s;
  sem_init(&s, 0, 1);
  sem_wait(&s);
  sem_destroy(&s); // TP
}
// CHECK: warning: closing semaphore 's'
// NOTE: warning: closing semaphore 's'

// ThreadX releases the mutex itself.
typedef struct TX_MUTEX_STRUCT {
  int id;
} TX_MUTEX;
unsigned _tx_mutex_get(TX_MUTEX *mutex, unsigned long wait);
unsigned _tx_mutex_delete(TX_MUTEX *mutex);

void threadx(TX_MUTEX *t) {
  _tx_mutex_get(t, 0xFFFFFFFF);
  _tx_mutex_delete(t); // TN
}
// NOTE: warning: closing semaphore 't'
