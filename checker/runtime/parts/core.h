/*--- Core: what the rest of the header calls --------------------------------*/

/* A close, from before the API call to after it. */
struct semtidy_close {
  uint64_t key;
  uint32_t set;                  /* the table sees it set */
  uint32_t known;                /* it was created by a call that we saw */
  uint32_t created, created_tid; /* place, or 0, and thread */
  int32_t initial;
  uint8_t kind, owned;
  uint32_t depth;   /* sets of the last setter that are not cleared */
  uint32_t readers; /* threads that hold it shared */
  uint32_t waiters; /* threads blocked on it */
  uint32_t others;  /* handles that stay open */
  uint32_t set_place, set_tid;
  int probe; /* what the object itself says: 1 set, 0 clear, -1 unknown */
};

/* Everything about one report, for a handler. Strings end with the call. */
struct semtidy_report {
  const char *file, *function, *object, *api, *family, *message;
  const char *created_file, *set_file, *set_function;
  unsigned line, created_line, set_line;
  unsigned set_thread, depth, readers, waiters;
  int permits_taken, initial;
  long returned;
  int has_result;
  const volatile void *address;
};

SEMTIDY_DATA struct semtidy_state *semtidy_state_;
SEMTIDY_DATA struct semtidy_thread semtidy_nobody;
SEMTIDY_DATA uint32_t semtidy_attaching;
SEMTIDY_DATA uint32_t semtidy_object_files;
#if defined(_WIN32)
static __thread struct semtidy_thread *semtidy_self;
#else
SEMTIDY_DATA __thread struct semtidy_thread *semtidy_self SEMTIDY_TLS;
#endif

SEMTIDY_OUTLINE struct semtidy_state *semtidy_attach(void);
SEMTIDY_OUTLINE struct semtidy_thread *semtidy_enter_thread(void);
SEMTIDY_OUTLINE uint32_t semtidy_intern(struct semtidy_site *, const char *);
SEMTIDY_OUTLINE void semtidy_push_slow(const volatile void *, uint32_t,
                                       uint32_t, struct semtidy_thread *);
SEMTIDY_OUTLINE uint32_t semtidy_pop_slow(const volatile void *,
                                          struct semtidy_site *, const char *,
                                          struct semtidy_thread *);
SEMTIDY_OUTLINE void semtidy_take(uint64_t, int, struct semtidy_site *,
                                  const char *);
SEMTIDY_OUTLINE int semtidy_give(uint64_t, long, struct semtidy_site *,
                                 const char *);
SEMTIDY_OUTLINE void semtidy_leave_permits(struct semtidy_state *,
                                           struct semtidy_thread *, uint32_t);

SEMTIDY_INLINE struct semtidy_thread *semtidy_me(void) {
  struct semtidy_thread *me = semtidy_self;
  return SEMTIDY_LIKELY(me) ? me : semtidy_enter_thread();
}

SEMTIDY_INLINE uint32_t semtidy_at(struct semtidy_site *site,
                                   const char *function) {
  uint32_t id = SEMTIDY_LOAD(site->id);
  return SEMTIDY_LIKELY(id) ? id : semtidy_intern(site, function);
}

SEMTIDY_INLINE const volatile void *semtidy_pointer(uint64_t key) {
  return (const volatile void *)(uintptr_t)key;
}

/* Objects are known by their address, handles by their value: an odd key. */
SEMTIDY_INLINE uint64_t semtidy_address(const volatile void *object) {
  return (uint64_t)(uintptr_t)object;
}
SEMTIDY_INLINE uint64_t semtidy_value(uint64_t handle) {
  return handle << 1 | 1;
}

/* The fast path. An entry is counted before it is written and zeroed before
   it is uncounted: a signal handler that takes and gives back a lock in
   between then works above it. */
SEMTIDY_INLINE void semtidy_push_at(const volatile void *object, uint32_t flags,
                                    uint32_t place) {
  struct semtidy_thread *me = semtidy_me();
  uint32_t top = SEMTIDY_LOAD(me->count);
  if (SEMTIDY_LIKELY(top < SEMTIDY_LOAD(me->limit))) {
    SEMTIDY_STORE(me->count, top + 1);
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
    SEMTIDY_STORE(me->held[top].place, place);
    SEMTIDY_STORE(me->held[top].flags, flags);
    SEMTIDY_RELEASE(me->held[top].object, object);
  } else {
    semtidy_push_slow(object, flags, place, me);
  }
}

SEMTIDY_INLINE void semtidy_push(const volatile void *object, uint32_t flags,
                                 struct semtidy_site *site,
                                 const char *function) {
  semtidy_push_at(object, flags, semtidy_at(site, function));
}

/* Takes the thread's newest entry for the object away. Returns the place of
   the set that it cleared; 0 if this thread has no entry. */
SEMTIDY_INLINE uint32_t semtidy_pop(const volatile void *object,
                                    struct semtidy_site *site,
                                    const char *function) {
  struct semtidy_thread *me = semtidy_me();
  uint32_t top = SEMTIDY_LOAD(me->count) - 1;
  if (SEMTIDY_LIKELY(top < SEMTIDY_LOAD(me->limit) &&
                     SEMTIDY_LOAD(me->held[top].object) == object)) {
    uint32_t place = SEMTIDY_LOAD(me->held[top].place);
    SEMTIDY_STORE(me->held[top].object, (const volatile void *)0);
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
    SEMTIDY_RELEASE(me->count, top);
    return place;
  }
  return semtidy_pop_slow(object, site, function, me);
}

/* Where a thread counts the permits of a semaphore, if the entry is not
   another's. */
SEMTIDY_INLINE struct semtidy_permits *
semtidy_permits_at(struct semtidy_thread *thread, const volatile void *object) {
  uint64_t at = semtidy_address(object);
  return &thread->permits[(at >> 5 ^ at >> 9) % SEMTIDY_PERMITS];
}

/* A counter that only one thread changes. A signal handler of that thread may
   change it at any point, so it has to be one instruction. */
SEMTIDY_INLINE void semtidy_count(int32_t *counter, int32_t by) {
#if defined(__x86_64__) || defined(__i386__)
  __asm__ __volatile__("{addl %1, %0|add %0, %1}" /* AT&T, Intel */
                       : "+m"(*counter)
                       : "r"(by) /* tells the size */
                       : "cc");
#else
  __atomic_fetch_add(counter, by, __ATOMIC_RELAXED);
#endif
}

/* A permit was taken: the fast path for semaphores that have an address. */
SEMTIDY_INLINE void semtidy_take_permit(const volatile void *object,
                                        struct semtidy_site *site,
                                        const char *function) {
  struct semtidy_permits *mine = semtidy_permits_at(semtidy_me(), object);
  if (SEMTIDY_LIKELY(SEMTIDY_LOAD(mine->object) == object)) {
    SEMTIDY_STORE(mine->place, semtidy_at(site, function));
    semtidy_count(&mine->taken, 1);
  } else {
    semtidy_take(semtidy_address(object), 1, site, function);
  }
}

/* Before a permit is given back. As semtidy_give. */
SEMTIDY_INLINE int semtidy_give_permit(const volatile void *object,
                                       struct semtidy_site *site,
                                       const char *function) {
  struct semtidy_permits *mine = semtidy_permits_at(semtidy_me(), object);
  if (SEMTIDY_LIKELY(SEMTIDY_LOAD(mine->object) == object)) {
    semtidy_count(&mine->taken, -1);
    return 2;
  }
  return semtidy_give(semtidy_address(object), 1, site, function);
}

/* Around a call that may block. */
SEMTIDY_INLINE void semtidy_wait_begin(const volatile void *object) {
  struct semtidy_thread *me = semtidy_me();
  SEMTIDY_STORE(me->waiting, object);
}
SEMTIDY_INLINE void semtidy_wait_end(void) {
  struct semtidy_thread *me = semtidy_self;
  if (SEMTIDY_LIKELY(me))
    SEMTIDY_STORE(me->waiting, (const volatile void *)0);
}
