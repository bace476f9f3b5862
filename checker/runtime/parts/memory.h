/*--- Memory: free and delete end what is in the block -----------------------*/

#define SEMTIDY_INSIDE 16u

SEMTIDY_OUTLINE uint32_t semtidy_inside(void *, size_t, struct semtidy_close *);
SEMTIDY_OUTLINE void semtidy_gone(struct semtidy_close *, uint32_t, uint32_t);
SEMTIDY_OUTLINE void semtidy_freeing(void *, size_t, uint32_t);
SEMTIDY_OUTLINE int semtidy_ask(int, const volatile void *, int);

#if SEMTIDY_BODIES

/** Asks an object that the table sees set whether it is: its clear may have
    been in code that was built without this header. 1, 0, or -1: unknown. */
SEMTIDY_OUTLINE int semtidy_ask(int probe, const volatile void *object,
                                int initial) {
#if !defined(_WIN32)
  void *at = (void *)(uintptr_t)object;
  int rc = 0, value = 0;
  switch (probe) {
  case SEMTIDY_PROBE_MUTEX:
    rc = pthread_mutex_trylock((pthread_mutex_t *)at);
    if (rc == 0) {
      (void)pthread_mutex_unlock((pthread_mutex_t *)at);
#if defined(__GLIBC__) /* a recursive mutex lets its owner in */
      return SEMTIDY_LOAD(((pthread_mutex_t *)at)->__data.__lock) != 0;
#else
      return 0;
#endif
    }
    return rc == EBUSY || rc == EOWNERDEAD ? 1 : -1;
  case SEMTIDY_PROBE_RWLOCK:
    rc = pthread_rwlock_trywrlock((pthread_rwlock_t *)at);
    if (rc == 0)
      (void)pthread_rwlock_unlock((pthread_rwlock_t *)at);
    return rc == 0 ? 0 : rc == EBUSY || rc == EDEADLK ? 1 : -1;
#if !defined(__APPLE__)
  case SEMTIDY_PROBE_SPIN:
    rc = pthread_spin_trylock((pthread_spinlock_t *)at);
    if (rc == 0)
      (void)pthread_spin_unlock((pthread_spinlock_t *)at);
    return rc == 0 ? 0 : rc == EBUSY ? 1 : -1;
#endif
  case SEMTIDY_PROBE_SEM:
    if (sem_getvalue((sem_t *)at, &value) != 0)
      return -1;
    return value < initial;
  default:
    break;
  }
#endif
  (void)probe;
  (void)object;
  (void)initial;
  return -1;
}

/** The objects in a block of memory, as before a close. Returns how many of
    them are in `list`, which has room for SEMTIDY_INSIDE. */
SEMTIDY_OUTLINE uint32_t semtidy_inside(void *block, size_t size,
                                        struct semtidy_close *list) {
  struct semtidy_state *state = semtidy_active();
  uint64_t from = semtidy_address(block), to = from + size, cursor = 0, key;
  struct semtidy_thread *me = semtidy_me();
  uint32_t n = 0, i, j;
  if (!state || !size || !state->options.check_free)
    return 0;
  while (n < SEMTIDY_INSIDE &&
         (key = semtidy_next_in(state, from, to, &cursor)) != 0) {
    struct semtidy_object *object = semtidy_find(state, key);
    semtidy_close_begin(&list[n], key);
    if (list[n].set && object)
      list[n].probe = semtidy_ask(SEMTIDY_LOAD(object->probe),
                                  semtidy_pointer(key), list[n].initial);
    ++n;
  }
  /* Objects that no call created, if this thread holds them. */
  for (i = SEMTIDY_LOAD(me->count); i-- > 0 && n < SEMTIDY_INSIDE;) {
    uint32_t flags = SEMTIDY_LOAD(me->held[i].flags);
    key = semtidy_address(SEMTIDY_LOAD(me->held[i].object));
    if (key < from || key >= to || key & 1 || flags & SEMTIDY_WAITING)
      continue;
    for (j = 0; j < n && list[j].key != key; ++j)
      continue;
    if (j < n)
      continue;
    semtidy_close_begin(&list[n], key);
    list[n].probe =
        semtidy_ask((int)(flags >> 8), semtidy_pointer(key), list[n].initial);
    ++n;
  }
  return n;
}

/** The block has gone, and these objects with it. */
SEMTIDY_OUTLINE void semtidy_gone(struct semtidy_close *list, uint32_t n,
                                  uint32_t place) {
  while (n-- > 0)
    semtidy_close_end_at(&list[n], 0, 0, 1, 0, 0, SEMTIDY_BY_FREE,
                         (const struct semtidy_family *)0, place);
}

/** A block is about to go. */
SEMTIDY_OUTLINE void semtidy_freeing(void *block, size_t size, uint32_t place) {
  struct semtidy_close list[SEMTIDY_INSIDE];
  uint32_t n;
  do {
    n = semtidy_inside(block, size, list);
    semtidy_gone(list, n, place);
  } while (n == SEMTIDY_INSIDE);
}

#endif

#if !defined(SEMTIDY_CONFIRM_NO_FREE) && !defined(__cplusplus) &&              \
    defined(__linux__)
#include <stdlib.h>
#define SEMTIDY_WRAP_FREE 1

/* From here on, `free` is the function below and not libc's. A macro alone
   cannot do that, since members and pointers are called free, too; the macro
   only says where the call is. */
SEMTIDY_OUTLINE void semtidy_free(void *);
SEMTIDY_OUTLINE void *semtidy_realloc(void *, size_t);
extern void free(void *) SEMTIDY_LIBC("semtidy_free");
extern void *realloc(void *, size_t) SEMTIDY_LIBC("semtidy_realloc");

SEMTIDY_DATA __thread struct semtidy_site *semtidy_free_site SEMTIDY_TLS;
SEMTIDY_DATA __thread const char *semtidy_free_function SEMTIDY_TLS;

SEMTIDY_INLINE void semtidy_free_at(struct semtidy_site *site,
                                    const char *function) {
  semtidy_free_site = site;
  semtidy_free_function = function;
  /* The compiler believes that free reads no variables. */
  __asm__ __volatile__("" ::: "memory");
}

SEMTIDY_OUTLINE uint32_t semtidy_free_place(void);

#if SEMTIDY_BODIES

extern void semtidy_libc_free(void *) SEMTIDY_LIBC("free");
extern void *semtidy_libc_realloc(void *, size_t) SEMTIDY_LIBC("realloc");
extern size_t semtidy_libc_usable(void *) SEMTIDY_LIBC("malloc_usable_size");

SEMTIDY_OUTLINE uint32_t semtidy_free_place(void) {
  struct semtidy_site *site = semtidy_free_site;
  semtidy_free_site = (struct semtidy_site *)0;
  return site ? semtidy_at(site, semtidy_free_function) : SEMTIDY_SOMEWHERE;
}

SEMTIDY_OUTLINE void semtidy_free(void *block) {
  if (block)
    semtidy_freeing(block, semtidy_libc_usable(block), semtidy_free_place());
  semtidy_libc_free(block);
}

/** What moves is freed where it was; a lock does not survive the move. */
SEMTIDY_OUTLINE void *semtidy_realloc(void *block, size_t size) {
  size_t before = block ? semtidy_libc_usable(block) : 0;
  uint32_t place = semtidy_free_place(), n;
  struct semtidy_close list[SEMTIDY_INSIDE];
  void *moved;
  n = semtidy_inside(block, before, list);
  moved = semtidy_libc_realloc(block, size);
  if (n && moved != block && (moved || !size))
    semtidy_gone(list, n, place);
  return moved;
}

#endif
#endif
