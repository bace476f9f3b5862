// RUN: %check %s
#include <stdbool.h>
typedef struct SDL_Mutex SDL_Mutex;
typedef struct SDL_RWLock SDL_RWLock;
typedef struct SDL_Semaphore SDL_Semaphore;
SDL_Mutex *SDL_CreateMutex(void);
void SDL_LockMutex(SDL_Mutex *m);
bool SDL_TryLockMutex(SDL_Mutex *m);
void SDL_UnlockMutex(SDL_Mutex *m);
void SDL_DestroyMutex(SDL_Mutex *m);
void SDL_LockRWLockForReading(SDL_RWLock *l);
void SDL_UnlockRWLock(SDL_RWLock *l);
void SDL_DestroyRWLock(SDL_RWLock *l);
SDL_Semaphore *SDL_CreateSemaphore(unsigned initial);
void SDL_WaitSemaphore(SDL_Semaphore *s);
void SDL_DestroySemaphore(SDL_Semaphore *s);
typedef struct SDL_Condition SDL_Condition;
void SDL_WaitCondition(SDL_Condition *c, SDL_Mutex *m);
bool SDL_WaitConditionTimeout(SDL_Condition *c, SDL_Mutex *m, int ms);
bool SDL_TryLockRWLockForWriting(SDL_RWLock *l);
bool SDL_TryWaitSemaphore(SDL_Semaphore *s);
void SDL_SignalSemaphore(SDL_Semaphore *s);

// True is success here.
void tried(SDL_Mutex *m) {
  if (SDL_TryLockMutex(m))
    SDL_DestroyMutex(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void busy(SDL_Mutex *m) {
  if (!SDL_TryLockMutex(m))
    SDL_DestroyMutex(m); // TN
}

void reading(SDL_RWLock *l) {
  SDL_LockRWLockForReading(l);
  SDL_DestroyRWLock(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void read_and_left(SDL_RWLock *l) {
  SDL_LockRWLockForReading(l);
  SDL_UnlockRWLock(l);
  SDL_DestroyRWLock(l); // TN
}

void permit(void) {
  SDL_Semaphore *s = SDL_CreateSemaphore(1);
  if (!s)
    return;
  SDL_WaitSemaphore(s);
  SDL_DestroySemaphore(s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void signal(void) {
  SDL_Semaphore *s = SDL_CreateSemaphore(0);
  SDL_WaitSemaphore(s);
  SDL_DestroySemaphore(s); // TN
}

void waited(SDL_Condition *c, SDL_Mutex *m) {
  if (!SDL_WaitConditionTimeout(c, m, 10))
    SDL_DestroyMutex(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void waited_and_unlocked(SDL_Condition *c, SDL_Mutex *m) {
  SDL_WaitCondition(c, m);
  SDL_UnlockMutex(m);
  SDL_DestroyMutex(m); // TN
}

void writing(SDL_RWLock *l) {
  if (SDL_TryLockRWLockForWriting(l))
    SDL_DestroyRWLock(l); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'l' while it is still set; potential ERROR_SEM_IS_SET (102)
  else
    SDL_DestroyRWLock(l); // TN
}

void permit_signalled(void) {
  SDL_Semaphore *s = SDL_CreateSemaphore(1);
  if (SDL_TryWaitSemaphore(s))
    SDL_SignalSemaphore(s);
  SDL_DestroySemaphore(s); // TN
}
