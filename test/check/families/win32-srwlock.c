// RUN: %check %s
typedef struct _RTL_SRWLOCK { void *Ptr; } RTL_SRWLOCK;
typedef RTL_SRWLOCK SRWLOCK, *PSRWLOCK;
#define SRWLOCK_INIT {0}
void InitializeSRWLock(PSRWLOCK l);
void AcquireSRWLockExclusive(PSRWLOCK l);
void AcquireSRWLockShared(PSRWLOCK l);
unsigned char TryAcquireSRWLockExclusive(PSRWLOCK l);
void ReleaseSRWLockExclusive(PSRWLOCK l);
void ReleaseSRWLockShared(PSRWLOCK l);
void free(void *p);
struct cache { int size; SRWLOCK lock; };

void scope_ends(void) {
  SRWLOCK l = SRWLOCK_INIT;
  AcquireSRWLockExclusive(&l);
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'l' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void released(void) {
  SRWLOCK l = SRWLOCK_INIT;
  AcquireSRWLockExclusive(&l);
  ReleaseSRWLockExclusive(&l);
} // TN

void freed(struct cache *c) {
  AcquireSRWLockShared(&c->lock);
  free(c); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 'c->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void freed_after_release(struct cache *c) {
  AcquireSRWLockShared(&c->lock);
  ReleaseSRWLockShared(&c->lock);
  free(c); // TN
}

void freed_untaken(struct cache *c) {
  if (!TryAcquireSRWLockExclusive(&c->lock)) {
    free(c); // TN
    return;
  }
  ReleaseSRWLockExclusive(&c->lock);
}
