// RUN: %check %s
typedef struct os_unfair_lock_s { unsigned _os_unfair_lock_opaque; } os_unfair_lock, *os_unfair_lock_t;
#define OS_UNFAIR_LOCK_INIT ((os_unfair_lock){0})
void os_unfair_lock_lock(os_unfair_lock_t l);
_Bool os_unfair_lock_trylock(os_unfair_lock_t l);
void os_unfair_lock_unlock(os_unfair_lock_t l);
void os_unfair_lock_lock_with_flags(os_unfair_lock_t l, unsigned flags);
void os_unfair_lock_assert_owner(const os_unfair_lock *l);
void free(void *p);
struct table { os_unfair_lock lock; int used; };

void freed(struct table *t) {
  os_unfair_lock_lock(&t->lock);
  free(t); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 't->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void unlocked_first(struct table *t) {
  os_unfair_lock_lock(&t->lock);
  os_unfair_lock_unlock(&t->lock);
  free(t); // TN
}

void busy(struct table *t) {
  if (!os_unfair_lock_trylock(&t->lock))
    free(t); // TN
}

void scope_ends(void) {
  os_unfair_lock l = OS_UNFAIR_LOCK_INIT;
  os_unfair_lock_lock(&l);
} // TP
// CHECK: :[[@LINE-1]]:{{.*}}warning: semaphore 'l' goes out of scope while it is still set; potential ERROR_SEM_IS_SET (102)

void with_flags(struct table *t) {
  os_unfair_lock_lock_with_flags(&t->lock, 1);
  os_unfair_lock_assert_owner(&t->lock);
  free(t); // TP
  // CHECK: :[[@LINE-1]]:{{.*}}warning: freeing semaphore 't->lock' while it is still set; potential ERROR_SEM_IS_SET (102)
}

void with_flags_unlocked(struct table *t) {
  os_unfair_lock_lock_with_flags(&t->lock, 1);
  os_unfair_lock_unlock(&t->lock);
  free(t); // TN
}
