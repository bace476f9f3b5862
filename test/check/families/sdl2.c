// RUN: %check %s
typedef struct SDL_mutex SDL_mutex;
typedef struct SDL_semaphore SDL_sem;
typedef struct SDL_cond SDL_cond;
SDL_mutex *SDL_CreateMutex(void);
int SDL_LockMutex(SDL_mutex *m);
int SDL_TryLockMutex(SDL_mutex *m);
int SDL_UnlockMutex(SDL_mutex *m);
void SDL_DestroyMutex(SDL_mutex *m);
int SDL_CondWait(SDL_cond *c, SDL_mutex *m);
SDL_sem *SDL_CreateSemaphore(unsigned initial);
int SDL_SemWait(SDL_sem *s);
int SDL_mutexP(SDL_mutex *m);
int SDL_mutexV(SDL_mutex *m);
int SDL_SemTryWait(SDL_sem *s);
int SDL_SemWaitTimeout(SDL_sem *s, unsigned ms);
int SDL_SemPost(SDL_sem *s);
void SDL_DestroySemaphore(SDL_sem *s);

// 0 is success here.
void tried(SDL_mutex *m) {
  if (SDL_TryLockMutex(m) == 0)
    SDL_DestroyMutex(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void busy(SDL_mutex *m) {
  if (SDL_TryLockMutex(m) != 0)
    SDL_DestroyMutex(m); // TN
}

void unlocked(SDL_mutex *m) {
  SDL_LockMutex(m);
  SDL_UnlockMutex(m);
  SDL_DestroyMutex(m); // TN
}

void waited(SDL_cond *c, SDL_mutex *m) {
  SDL_CondWait(c, m);
  SDL_DestroyMutex(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void signal(void) {
  SDL_sem *s = SDL_CreateSemaphore(0);
  SDL_SemWait(s);
  SDL_DestroySemaphore(s); // TN
}

// The names of version 1.2.
void older_names(SDL_mutex *m) {
  SDL_mutexP(m);
  SDL_DestroyMutex(m); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 'm' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void older_names_unlocked(SDL_mutex *m) {
  SDL_mutexP(m);
  SDL_mutexV(m);
  SDL_DestroyMutex(m); // TN
}

void permit(void) {
  SDL_sem *s = SDL_CreateSemaphore(2);
  if (!s)
    return;
  if (SDL_SemTryWait(s) == 0)
    SDL_DestroySemaphore(s); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: closing semaphore 's' while it may still be set; potential ERROR_SEM_IS_SET (102)
}

void permit_posted(void) {
  SDL_sem *s = SDL_CreateSemaphore(2);
  if (SDL_SemWaitTimeout(s, 10) == 0)
    SDL_SemPost(s);
  SDL_DestroySemaphore(s); // TN
}
