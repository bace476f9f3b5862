// osMutexDelete and osMutexRelease are in two families, told apart by the type
// of the handle; a project's own functions of modelled names are in none.
// RUN: %check %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note, semaphore-close-while-set.Families: 'cmsis-rtos1-*;pthread-*;zephyr-*;sdl*'}}" -- -DFIRST
// RUN: %check -prefix=SECOND %s -config="{CheckOptions: {semaphore-close-while-set.MinStrength: note, semaphore-close-while-set.Families: 'cmsis-rtos2-*;pthread-*;zephyr-*;sdl*'}}"
typedef int osStatus_t;
#ifdef FIRST
typedef struct os_mutex_cb *osMutexId;
osStatus_t osMutexWait(osMutexId m, unsigned ms);
#define TAKE osMutexWait
#define MUTEX osMutexId
#else
typedef void *osMutexId_t;
osStatus_t osMutexAcquire(osMutexId_t m, unsigned ms);
#define TAKE osMutexAcquire
#define MUTEX osMutexId_t
#endif
osStatus_t osMutexRelease(MUTEX m);
osStatus_t osMutexDelete(MUTEX m);

void held(MUTEX m) {
  if (TAKE(m, ~0u) == 0)
    osMutexDelete(m); // TP
  // CHECK: :[[@LINE-1]]:5: warning: closing semaphore 'm' while it is still set
  // SECOND: :[[@LINE-2]]:5: warning: closing semaphore 'm' while it is still set
}

void released(MUTEX m) {
  if (TAKE(m, ~0u) == 0)
    osMutexRelease(m);
  osMutexDelete(m); // TN
}

// The same names, with another number of parameters or other types.
struct thing;
int pthread_spin_lock(struct thing *t);
int pthread_spin_destroy(struct thing *t);
int k_mutex_lock(struct thing *t, int timeout);
void SDL_LockMutex(struct thing *t);
void SDL_DestroyMutex(struct thing *t);

void of_the_project(struct thing *t) {
  pthread_spin_lock(t);
  pthread_spin_destroy(t); // TN
  SDL_LockMutex(t);
  SDL_DestroyMutex(t); // TN
  struct thing *u = t;
  k_mutex_lock(u, -1);
} // TN

// Plain words that are members of classes in the models.
struct mutex_of_the_project { int state; };
int lock(struct mutex_of_the_project *m);
int unlock(struct mutex_of_the_project *m);
int destroy(struct mutex_of_the_project *m);
void acquire(struct mutex_of_the_project *m);
void free(void *p);

void own_lock(struct mutex_of_the_project *m) {
  lock(m);
  acquire(m);
  destroy(m); // TN
  free(m); // TN
}
