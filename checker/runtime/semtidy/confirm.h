/*===--- confirm.h - See a close while set as it happens ----------*- C -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The runtime companion of the check semaphore-close-while-set. The check says
// that a semaphore can be closed while it is set; a program that is built with
// this header says that it was:
//
//   cc -DSEMTIDY_CONFIRM -include semtidy/confirm.h program.c
//
// Without -DSEMTIDY_CONFIRM the header adds no code at all. C99 and C++11 or
// later; gcc, clang and mingw. docs/runtime.md says what it can do.
//
// This file is put together from parts/ by generate-shims.py, and its wrappers
// come from the models that the check reads. Do not edit it.
//
//===----------------------------------------------------------------------===*/

/* clang-format off */

#ifndef SEMTIDY_ANNOTATIONS_H
#define SEMTIDY_ANNOTATIONS_H

#if defined(__has_attribute)
#if __has_attribute(annotate)
#define SEMTIDY_ANNOTATE(text) __attribute__((annotate(text)))
#endif
#endif
#ifndef SEMTIDY_ANNOTATE
#define SEMTIDY_ANNOTATE(text)
#endif

/** The call brings the semaphore that argument n names into being. */
#define SEMTIDY_CREATES(n) SEMTIDY_ANNOTATE("semtidy:creates:" #n)
/** After a call that succeeded, the semaphore is set. */
#define SEMTIDY_SETS(n) SEMTIDY_ANNOTATE("semtidy:sets:" #n)
/** The same, of a call that often fails: a try, or a wait with a time limit. */
#define SEMTIDY_TRYSETS(n) SEMTIDY_ANNOTATE("semtidy:trysets:" #n)
/** The call clears the semaphore. */
#define SEMTIDY_CLEARS(n) SEMTIDY_ANNOTATE("semtidy:clears:" #n)
/** The call ends the semaphore, which must not be set then. */
#define SEMTIDY_CLOSES(n) SEMTIDY_ANNOTATE("semtidy:closes:" #n)
/** The function does to its arguments what the API function name does. */
#define SEMTIDY_LIKE(name) SEMTIDY_ANNOTATE("semtidy:like:" #name)

#endif /* SEMTIDY_ANNOTATIONS_H */

/* Under clang's static tools the program is as it would be without us. */
#undef SEMTIDY_CONFIRM_ACTIVE
#if defined(SEMTIDY_CONFIRM) && SEMTIDY_CONFIRM + 0 && \
    !defined(__clang_analyzer__) && !defined(__ASSEMBLER__)
#define SEMTIDY_CONFIRM_ACTIVE 1
#else
#define SEMTIDY_CONFIRM_ACTIVE 0
#endif

#if SEMTIDY_CONFIRM_ACTIVE && !defined(SEMTIDY_CONFIRM_H)
#define SEMTIDY_CONFIRM_H

#if defined(__cplusplus) && __cplusplus < 201103L
#error "semtidy/confirm.h needs C++11; build this file without SEMTIDY_CONFIRM"
#endif

/*--- The system's headers ---------------------------------------------------*/

/* They have to be read before their functions get wrapped. With -include that
   is before the program can ask for features, so everything is asked for, and
   the program's macros are put back afterwards. */
#if defined(__linux__) && !defined(SEMTIDY_CONFIRM_NO_FEATURES)
#pragma push_macro("_GNU_SOURCE")
#pragma push_macro("_DEFAULT_SOURCE")
#pragma push_macro("_POSIX_SOURCE")
#pragma push_macro("_POSIX_C_SOURCE")
#pragma push_macro("_XOPEN_SOURCE")
#pragma push_macro("_XOPEN_SOURCE_EXTENDED")
#pragma push_macro("_ISOC95_SOURCE")
#pragma push_macro("_ISOC99_SOURCE")
#pragma push_macro("_ISOC11_SOURCE")
#pragma push_macro("_ISOC2X_SOURCE")
#pragma push_macro("_ISOC23_SOURCE")
#pragma push_macro("_ISOC2Y_SOURCE")
#pragma push_macro("_LARGEFILE64_SOURCE")
#pragma push_macro("_ATFILE_SOURCE")
#pragma push_macro("_DYNAMIC_STACK_SIZE_SOURCE")
#undef _GNU_SOURCE
#define _GNU_SOURCE 1
#endif

#if defined(_WIN32)
#include <winsock2.h>
#include <windows.h>
#else
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#if defined(__GLIBC__) && defined(__USE_GNU)
#if __GLIBC_PREREQ(2, 30)
#define SEMTIDY_HAVE_CLOCK 1 /* the functions that take a clock */
#endif
#endif
#include <stdarg.h>
#include <time.h>
#if !defined(__cplusplus) && defined(__STDC_VERSION__) && \
    !defined(SEMTIDY_CONFIRM_NO_C11)
#if __STDC_VERSION__ >= 201112L && !defined(__STDC_NO_THREADS__)
#include <threads.h>
#define SEMTIDY_HAVE_C11 1
#endif
#endif
#endif
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#if defined(__cplusplus)
/* libstdc++ calls the C functions from inline code; it has to do so unwrapped. */
#include <condition_variable>
#include <mutex>
#if __cplusplus >= 201402L
#include <shared_mutex>
#endif
#if __cplusplus >= 202002L && defined(__has_include)
#if __has_include(<semaphore>)
#include <semaphore>
#endif
#endif
#endif

#if defined(__linux__) && !defined(SEMTIDY_CONFIRM_NO_FEATURES)
#pragma pop_macro("_GNU_SOURCE")
#pragma pop_macro("_DEFAULT_SOURCE")
#pragma pop_macro("_POSIX_SOURCE")
#pragma pop_macro("_POSIX_C_SOURCE")
#pragma pop_macro("_XOPEN_SOURCE")
#pragma pop_macro("_XOPEN_SOURCE_EXTENDED")
#pragma pop_macro("_ISOC95_SOURCE")
#pragma pop_macro("_ISOC99_SOURCE")
#pragma pop_macro("_ISOC11_SOURCE")
#pragma pop_macro("_ISOC2X_SOURCE")
#pragma pop_macro("_ISOC23_SOURCE")
#pragma pop_macro("_ISOC2Y_SOURCE")
#pragma pop_macro("_LARGEFILE64_SOURCE")
#pragma pop_macro("_ATFILE_SOURCE")
#pragma pop_macro("_DYNAMIC_STACK_SIZE_SOURCE")
#endif

/*--- Configuration: compilers, linkage, atomics -----------------------------*/

#if defined(__cplusplus) && defined(_WIN32)
#define SEMTIDY_INLINE inline __attribute__((unused))
#elif defined(__cplusplus)
#define SEMTIDY_INLINE inline __attribute__((visibility("hidden"), unused))
#endif
#if defined(__cplusplus)
#define SEMTIDY_C_BEGIN extern "C" {
#define SEMTIDY_C_END }
#else
#define SEMTIDY_INLINE static __inline__ __attribute__((unused))
#define SEMTIDY_C_BEGIN
#define SEMTIDY_C_END
#endif

/* Whether this object file carries the code, or only calls it. */
#if !defined(SEMTIDY_CONFIRM_EXTERN) || defined(SEMTIDY_CONFIRM_IMPLEMENTATION)
#define SEMTIDY_BODIES 1
#else
#define SEMTIDY_BODIES 0
#endif

/* Code that is off the fast path, and data. One copy in each executable or
   shared object: weak, and hidden, so that no two of these ever meet. PE/COFF
   has no weak definitions to speak of; there each object file has its copy. */
#if defined(SEMTIDY_CONFIRM_EXTERN)
#define SEMTIDY_OUTLINE __attribute__((visibility("hidden"), noinline))
#if SEMTIDY_BODIES
#define SEMTIDY_DATA __attribute__((visibility("hidden")))
#else
#define SEMTIDY_DATA extern __attribute__((visibility("hidden")))
#endif
#elif defined(_WIN32)
#define SEMTIDY_OUTLINE static __attribute__((noinline, unused))
#define SEMTIDY_DATA static __attribute__((unused))
#else
#define SEMTIDY_OUTLINE __attribute__((weak, visibility("hidden"), noinline))
#define SEMTIDY_DATA __attribute__((weak, visibility("hidden")))
#endif

/* A libc function under a name of ours: no header of the C library has to be
   included for it, so none of its names can collide with the program's. */
#define SEMTIDY_STR2(x) #x
#define SEMTIDY_STR(x) SEMTIDY_STR2(x)
#define SEMTIDY_LIBC(name) __asm__(SEMTIDY_STR(__USER_LABEL_PREFIX__) name)

#define SEMTIDY_LIKELY(x) __builtin_expect(!!(x), 1)
#define SEMTIDY_LOAD(x) __atomic_load_n(&(x), __ATOMIC_RELAXED)
#define SEMTIDY_ACQUIRE(x) __atomic_load_n(&(x), __ATOMIC_ACQUIRE)
#define SEMTIDY_STORE(x, v) __atomic_store_n(&(x), (v), __ATOMIC_RELAXED)
#define SEMTIDY_RELEASE(x, v) __atomic_store_n(&(x), (v), __ATOMIC_RELEASE)
#define SEMTIDY_ADD(x, v) __atomic_fetch_add(&(x), (v), __ATOMIC_ACQ_REL)
#define SEMTIDY_CAS(x, old, v)                                                 \
  __atomic_compare_exchange_n(&(x), &(old), (v), 0, __ATOMIC_ACQ_REL,          \
                              __ATOMIC_ACQUIRE)

/* Initial-exec costs one load; glibc keeps room for it in dlopened objects. */
#if defined(__GLIBC__)
#define SEMTIDY_TLS __attribute__((tls_model("initial-exec")))
#else
#define SEMTIDY_TLS
#endif

SEMTIDY_C_BEGIN

/*--- Layout: what the process-wide state looks like -------------------------*/

/* Raised when the layout of anything below changes: objects that were built
   with different headers then keep separate states. */
#define SEMTIDY_LAYOUT "2"

/* What a call site is. Static data of the program; `id` is 0 until the site
   is first used, then the index of its copy among the process's places. The
   copy is what records point at: the site is gone after a dlclose. */
struct semtidy_site {
  uint32_t id;
  uint32_t line;
  const char *file;
  const char *api;  /* function called */
  const char *args; /* source text of its arguments */
  uint32_t arg;     /* which of these names the object */
};

/* A place of the program, copied. Offsets count from the state's strings. */
struct semtidy_place {
  uint32_t file, function, object, api;
  uint32_t line;
  uint32_t closes; /* closes that ran here */
  uint32_t set;    /* those of them that found the object set */
  uint32_t next;   /* chain of the places hash */
};

/* What an API family says about a close; generated from the model files. */
struct semtidy_family {
  const char *name;
  const char *when_set;
  const char *busy; /* name of its busy code, or "" */
};

/* How an object that looks set can be asked whether it is. */
enum {
  SEMTIDY_PROBE_NONE,
  SEMTIDY_PROBE_MUTEX,
  SEMTIDY_PROBE_RWLOCK,
  SEMTIDY_PROBE_SPIN,
  SEMTIDY_PROBE_SEM
};

/* Flags of a held lock; the probe stands above them. */
#define SEMTIDY_SHARED 1u  /* one of several readers */
#define SEMTIDY_WAITING 2u /* given up while a condition is waited for */
#define SEMTIDY_PROBE(p) ((uint32_t)(p) << 8)

/* A lock that a thread holds. A lock held twice has two entries. Only the
   thread itself adds entries; others may zero the object. */
struct semtidy_held {
  const volatile void *object;
  uint32_t place;
  uint32_t flags;
};

/* Permits that a thread took from a semaphore less those that it gave. No thread
   owns a permit, so this may be below 0, and only the sum over all threads says
   how many are taken. Only the thread itself counts and claims; a close, when
   nobody may use the semaphore any more, zeroes the object. */
struct semtidy_permits {
  const volatile void *object;
  int32_t taken;
  uint32_t place; /* of the last take */
};

#define SEMTIDY_PERMITS 16u   /* entries in a record */
#define SEMTIDY_MAX_HELD 492u /* entries in a record: 8 KiB in all */
#define SEMTIDY_FAST_HELD 16u /* up to here the fast path may push */

/* A thread and the locks it holds, in the order in which it took them. */
struct semtidy_thread {
  const volatile void *waiting; /* object that a call is blocked on, or 0 */
  uint32_t count;               /* entries in use, holes included */
  uint32_t limit;               /* where the fast path must stop; 0: always */
  uint32_t tid;                 /* the system's number; 0: free */
  uint32_t serial;              /* 0: a record that records nothing */
  uint64_t unused[5];
  struct semtidy_permits permits[SEMTIDY_PERMITS];
  struct semtidy_held held[SEMTIDY_MAX_HELD];
};

/* Kinds of objects, as in the model. */
enum { SEMTIDY_OWNER, SEMTIDY_PERMIT, SEMTIDY_FLAG, SEMTIDY_EVENT };

/* An object that was created or opened by a call. */
struct semtidy_object {
  uint64_t alias;   /* key of the object that this handle duplicates, or 0 */
  int32_t initial;  /* permits at birth; below 1: never set */
  int32_t level;    /* flag set now, or permits taken now that no thread's
                       record counts */
  uint32_t opens;   /* handles, or opens in this process, minus closes */
  uint32_t created; /* place */
  uint32_t set;     /* place of the last set */
  uint32_t set_tid; /* and its thread */
  uint32_t created_tid;
  uint8_t kind;
  uint8_t recursive;
  uint8_t owned; /* set from birth */
  uint8_t probe;
  uint32_t family;    /* offset of its name */
  uint32_t unused[5]; /* a cache line in all */
};

/* Options with the names and meanings of the sanitizers', where they have
   them. The text form is in options.h. */
struct semtidy_options {
  char log_path[256];
  char suppressions[256];
  char strip_path_prefix[128];
  int32_t exitcode, halt_on_error, abort_on_error, print_summary;
  int32_t print_suppressions, log_exe_name, verbosity, help;
  int32_t enable, json, text, report_all, log_sites, trace, check_free;
  int32_t max_objects, max_threads, max_places;
};

struct semtidy_report;
typedef int (*semtidy_handler)(const struct semtidy_report *, void *);

#define SEMTIDY_PAIRS 4096u /* reports told apart */
#define SEMTIDY_STRINGS 1048576u
#define SEMTIDY_CHAINS 4096u /* heads of the places hash */
#define SEMTIDY_PAGES 65536u /* bits of the filter of pages with objects */
#define SEMTIDY_REACH 96u    /* objects looked at for one key */

/* The state of the process. All of it is reached through atomic accesses. */
struct semtidy_state {
  uint32_t pid;
  uint32_t modules;      /* executables and shared objects that use it */
  uint32_t alone;        /* other shared objects could not be told of it */
  uint32_t object_mask;  /* objects - 1, a power of two minus one */
  uint32_t objects_made; /* counts creations, for the summary */
  uint32_t threads_used; /* records ever claimed */
  uint32_t threads_next; /* record to look at for reuse */
  uint32_t places_used;
  uint32_t strings_used;
  uint32_t closes, closes_set, reports, suppressed, unseen, errors;
  uint32_t said; /* bits: which limits were complained about */
  uint32_t finished;
  uint32_t suppressions_size;
  semtidy_handler handler;
  void *handler_context;
  char program[64];
  struct semtidy_options options;
  struct semtidy_thread *threads;
  uint64_t *keys; /* of the objects; 0: never used, 1: gone */
  struct semtidy_object *objects;
  struct semtidy_place *places;
  char *strings;
  char *suppressions;
  uint32_t chains[SEMTIDY_CHAINS];
  uint64_t pairs[SEMTIDY_PAIRS];
  uint32_t pages[SEMTIDY_PAGES / 32];
};

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

/*--- The operating system: memory, threads, one write -----------------------*/

SEMTIDY_OUTLINE void *semtidy_map(size_t);
SEMTIDY_OUTLINE void *semtidy_rendezvous(int *);
SEMTIDY_OUTLINE uint32_t semtidy_pid(void);
SEMTIDY_OUTLINE uint32_t semtidy_tid(void);
SEMTIDY_OUTLINE int semtidy_thread_gone(uint32_t);
SEMTIDY_OUTLINE void semtidy_output(const char *, const char *, size_t);
SEMTIDY_OUTLINE uint32_t semtidy_read_file(const char *, char *, uint32_t);
SEMTIDY_OUTLINE void semtidy_environment(const char *, char *, uint32_t);
SEMTIDY_OUTLINE void semtidy_working_directory(char *, uint32_t);
SEMTIDY_OUTLINE void semtidy_program_name(char *, uint32_t);
SEMTIDY_OUTLINE void semtidy_leave(int, int);
SEMTIDY_OUTLINE void semtidy_pause(void);

#if SEMTIDY_BODIES && !defined(_WIN32)

#if defined(__linux__)
#include <sys/syscall.h>
#endif

extern void *semtidy_libc_mmap(void *, size_t, int, int, int, long)
    SEMTIDY_LIBC("mmap");
extern int semtidy_libc_open(const char *, int, ...) SEMTIDY_LIBC("open");
extern int semtidy_libc_close(int) SEMTIDY_LIBC("close");
extern intptr_t semtidy_libc_read(int, void *, size_t) SEMTIDY_LIBC("read");
extern intptr_t semtidy_libc_write(int, const void *, size_t)
    SEMTIDY_LIBC("write");
extern int semtidy_libc_getpid(void) SEMTIDY_LIBC("getpid");
extern char *semtidy_libc_getcwd(char *, size_t) SEMTIDY_LIBC("getcwd");
extern int semtidy_libc_fflush(void *) SEMTIDY_LIBC("fflush");
extern void semtidy_libc__exit(int) SEMTIDY_LIBC("_exit");
extern void semtidy_libc_abort(void) SEMTIDY_LIBC("abort");
extern int semtidy_libc_sched_yield(void) SEMTIDY_LIBC("sched_yield");
#if defined(__linux__)
extern long semtidy_libc_syscall(long, ...) SEMTIDY_LIBC("syscall");
extern char *semtidy_libc_getenv(const char *) SEMTIDY_LIBC("secure_getenv");
extern int semtidy_libc_ftruncate(int, long) SEMTIDY_LIBC("ftruncate");
#else
extern char *semtidy_libc_getenv(const char *) SEMTIDY_LIBC("getenv");
#endif

#if defined(__APPLE__) || defined(__FreeBSD__) || defined(__NetBSD__) ||       \
    defined(__OpenBSD__)
#define SEMTIDY_MAP_ANON 0x1000
#define SEMTIDY_O_APPEND (0x1 | 0x8 | 0x200) /* write, append, create */
#else
#define SEMTIDY_MAP_ANON MAP_ANONYMOUS
#define SEMTIDY_O_APPEND (O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC)
#endif
#if !defined(MAP_ANONYMOUS)
#define MAP_ANONYMOUS 0x20
#endif

/** Zeroed memory, private to the process and copied by fork; 0 on failure. */
SEMTIDY_OUTLINE void *semtidy_map(size_t size) {
  void *memory =
      semtidy_libc_mmap((void *)0, size, 3, 2 | SEMTIDY_MAP_ANON, -1, 0);
  return memory == (void *)(intptr_t)-1 ? (void *)0 : memory;
}

#if defined(__linux__)

#define SEMTIDY_RENDEZVOUS "semtidy-" SEMTIDY_LAYOUT "-"

/* Looks in /proc/self/maps for a mapping with the name of the rendezvous. */
SEMTIDY_OUTLINE void *semtidy_find_mapping(int *cannot);
SEMTIDY_OUTLINE void *semtidy_find_mapping(int *cannot) {
  static const char name[] = "memfd:" SEMTIDY_RENDEZVOUS;
  char chunk[1024];
  uintptr_t start = 0, value = 0;
  unsigned matched = 0;
  int in_start = 1;
  intptr_t got, i;
  int fd = semtidy_libc_open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
  *cannot = fd < 0;
  if (fd < 0)
    return (void *)0;
  while ((got = semtidy_libc_read(fd, chunk, sizeof chunk)) > 0) {
    for (i = 0; i < got; ++i) {
      char c = chunk[i];
      if (c == '\n') {
        in_start = 1;
        value = 0;
        matched = 0;
      } else if (in_start) {
        if (c == '-') {
          in_start = 0;
          start = value;
        } else {
          value = value << 4 | (uintptr_t)(c <= '9' ? c - '0' : c - 'a' + 10);
        }
      } else {
        matched = c == name[matched] ? matched + 1 : c == name[0];
        if (name[matched] == '\0') {
          semtidy_libc_close(fd);
          return (void *)start;
        }
      }
    }
  }
  semtidy_libc_close(fd);
  return (void *)0;
}

/** A page that all modules of this process find, and no other process does:
    a named mapping. It is copied by fork and gone after exec. */
SEMTIDY_OUTLINE void *semtidy_rendezvous(int *alone) {
  void *page = semtidy_find_mapping(alone);
  if (page)
    return page;
#if defined(SYS_memfd_create)
  {
    long fd = semtidy_libc_syscall(SYS_memfd_create, SEMTIDY_RENDEZVOUS, 1u);
    if (fd >= 0) {
      if (semtidy_libc_ftruncate((int)fd, 4096) == 0)
        page = semtidy_libc_mmap((void *)0, 4096, 3, 2, (int)fd, 0);
      semtidy_libc_close((int)fd);
      if (page && page != (void *)(intptr_t)-1)
        return page;
    }
  }
#endif
  *alone = 1;
  return semtidy_map(4096);
}

SEMTIDY_OUTLINE uint32_t semtidy_tid(void) {
  return (uint32_t)semtidy_libc_syscall(SYS_gettid);
}

SEMTIDY_OUTLINE int semtidy_thread_gone(uint32_t tid) {
  int saved = errno;
  int gone =
      semtidy_libc_syscall(SYS_tgkill, semtidy_libc_getpid(), (int)tid, 0) != 0;
  errno = saved;
  return gone;
}

/* Not through write(): that is a cancellation point, closing a mutex is not. */
#define SEMTIDY_WRITE(fd, text, size)                                          \
  semtidy_libc_syscall(SYS_write, (fd), (text), (size))

#else

/* Where the dynamic linker merges weak symbols, it is the rendezvous. */
extern __attribute__((weak,
                      visibility("default"))) char semtidy_rendezvous_page[64];
__attribute__((weak, visibility("default"))) char semtidy_rendezvous_page[64];

SEMTIDY_OUTLINE void *semtidy_rendezvous(int *alone) {
  *alone = 0;
  return semtidy_rendezvous_page;
}

SEMTIDY_OUTLINE uint32_t semtidy_tid(void) {
  return (uint32_t)((uintptr_t)pthread_self() >> 4);
}

SEMTIDY_OUTLINE int semtidy_thread_gone(uint32_t tid) {
  (void)tid;
  return 0;
}

#define SEMTIDY_WRITE(fd, text, size) semtidy_libc_write((fd), (text), (size))

#endif

SEMTIDY_OUTLINE uint32_t semtidy_pid(void) {
  return (uint32_t)semtidy_libc_getpid();
}

/** One write of one record. The log file is opened each time: a program may
    close every descriptor it does not know, and reuse the number. */
SEMTIDY_OUTLINE void semtidy_output(const char *path, const char *text,
                                    size_t size) {
  int saved = errno;
  int fd = path[0] == '1' && !path[1] ? 1 : 2;
  if (path[0] == '/') {
    fd = semtidy_libc_open(path, SEMTIDY_O_APPEND, 0644);
    if (fd < 0) {
      static const char lost[] = "semtidy: cannot open the log; see log_path\n";
      (void)!SEMTIDY_WRITE(2, lost, sizeof lost - 1);
      fd = 2;
    }
  }
  (void)!SEMTIDY_WRITE(fd, text, size);
  if (path[0] == '/' && fd != 2)
    semtidy_libc_close(fd);
  errno = saved;
}

SEMTIDY_OUTLINE uint32_t semtidy_read_file(const char *path, char *to,
                                           uint32_t room) {
  uint32_t used = 0;
  int fd = semtidy_libc_open(path, O_RDONLY);
  if (fd < 0)
    return 0xffffffffu;
  while (used < room) {
    intptr_t got = semtidy_libc_read(fd, to + used, room - used);
    if (got <= 0)
      break;
    used += (uint32_t)got;
  }
  semtidy_libc_close(fd);
  return used;
}

SEMTIDY_OUTLINE void semtidy_environment(const char *name, char *to,
                                         uint32_t room) {
  const char *value = semtidy_libc_getenv(name);
  uint32_t i = 0;
  if (value)
    while (value[i] && i + 1 < room) {
      to[i] = value[i];
      ++i;
    }
  to[i] = '\0';
}

SEMTIDY_OUTLINE void semtidy_working_directory(char *to, uint32_t room) {
  if (!semtidy_libc_getcwd(to, room))
    to[0] = '\0';
}

SEMTIDY_OUTLINE void semtidy_program_name(char *to, uint32_t room) {
  uint32_t i = 0;
#if defined(__GLIBC__)
  extern char *program_invocation_short_name;
  for (; program_invocation_short_name[i] && i + 1 < room; ++i)
    to[i] = program_invocation_short_name[i];
#endif
  to[i] = '\0';
  (void)room;
}

/** Ends the process with a status of ours. What the program has printed and
    not flushed belongs to the program. */
SEMTIDY_OUTLINE void semtidy_leave(int status, int abort_instead) {
  semtidy_libc_fflush((void *)0);
  if (abort_instead)
    semtidy_libc_abort();
  semtidy_libc__exit(status);
}

SEMTIDY_OUTLINE void semtidy_pause(void) { (void)semtidy_libc_sched_yield(); }

#endif

/*--- The operating system: Windows ------------------------------------------*/

#if SEMTIDY_BODIES && defined(_WIN32)

SEMTIDY_OUTLINE void *semtidy_map(size_t size) {
  return VirtualAlloc(NULL, size, MEM_RESERVE | MEM_COMMIT, PAGE_READWRITE);
}

/** A page that all modules of this process find: a section that is named
    after it. */
SEMTIDY_OUTLINE void *semtidy_rendezvous(int *alone) {
  char name[48] = "Local\\semtidy-" SEMTIDY_LAYOUT "-";
  DWORD pid = GetCurrentProcessId(), error = GetLastError();
  size_t end = sizeof "Local\\semtidy-" SEMTIDY_LAYOUT "-" - 1;
  HANDLE section;
  void *page = NULL;
  for (; pid; pid >>= 4)
    name[end++] = "0123456789abcdef"[pid & 15];
  section = CreateFileMappingA(INVALID_HANDLE_VALUE, NULL, PAGE_READWRITE, 0,
                               4096, name);
  if (section) /* stays open: the section lives as long as a handle does */
    page = MapViewOfFile(section, FILE_MAP_ALL_ACCESS, 0, 0, 4096);
  *alone = page == NULL;
  SetLastError(error);
  return page ? page : semtidy_map(4096);
}

SEMTIDY_OUTLINE uint32_t semtidy_pid(void) { return GetCurrentProcessId(); }
SEMTIDY_OUTLINE uint32_t semtidy_tid(void) { return GetCurrentThreadId(); }

SEMTIDY_OUTLINE int semtidy_thread_gone(uint32_t tid) {
  DWORD error = GetLastError();
  HANDLE thread = OpenThread(SYNCHRONIZE, FALSE, tid);
  int gone = !thread || (WaitForSingleObject)(thread, 0) == WAIT_OBJECT_0;
  if (thread)
    (CloseHandle)(thread);
  SetLastError(error);
  return gone;
}

SEMTIDY_OUTLINE void semtidy_output(const char *path, const char *text,
                                    size_t size) {
  DWORD written, error = GetLastError();
  HANDLE file = GetStdHandle(path[0] == '1' && !path[1] ? STD_OUTPUT_HANDLE
                                                        : STD_ERROR_HANDLE);
  HANDLE log = INVALID_HANDLE_VALUE;
  if (path[0] && path[1] == ':')
    log =
        CreateFileA(path, FILE_APPEND_DATA, FILE_SHARE_READ | FILE_SHARE_WRITE,
                    NULL, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
  WriteFile(log == INVALID_HANDLE_VALUE ? file : log, text, (DWORD)size,
            &written, NULL);
  if (log != INVALID_HANDLE_VALUE)
    (CloseHandle)(log);
  SetLastError(error);
}

SEMTIDY_OUTLINE uint32_t semtidy_read_file(const char *path, char *to,
                                           uint32_t room) {
  DWORD got = 0;
  HANDLE file = CreateFileA(path, GENERIC_READ, FILE_SHARE_READ, NULL,
                            OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL);
  if (file == INVALID_HANDLE_VALUE)
    return 0xffffffffu;
  if (!ReadFile(file, to, room, &got, NULL))
    got = 0;
  (CloseHandle)(file);
  return got;
}

SEMTIDY_OUTLINE void semtidy_environment(const char *name, char *to,
                                         uint32_t room) {
  DWORD got = GetEnvironmentVariableA(name, to, room);
  to[got < room ? got : 0] = '\0';
}

SEMTIDY_OUTLINE void semtidy_working_directory(char *to, uint32_t room) {
  DWORD got = GetCurrentDirectoryA(room, to);
  to[got < room ? got : 0] = '\0';
}

SEMTIDY_OUTLINE void semtidy_program_name(char *to, uint32_t room) {
  char path[MAX_PATH];
  DWORD got = GetModuleFileNameA(NULL, path, sizeof path), from = 0, i;
  if (got >= sizeof path)
    got = 0;
  for (i = 0; i < got; ++i)
    if (path[i] == '\\')
      from = i + 1;
  for (i = 0; from + i < got && i + 1 < room; ++i)
    to[i] = path[from + i];
  to[i] = '\0';
}

SEMTIDY_OUTLINE void semtidy_leave(int status, int abort_instead) {
  extern int semtidy_libc_fflush(void *) SEMTIDY_LIBC("fflush");
  extern void semtidy_libc_abort(void) SEMTIDY_LIBC("abort");
  semtidy_libc_fflush(NULL);
  if (abort_instead)
    semtidy_libc_abort();
  TerminateProcess(GetCurrentProcess(), (UINT)status);
}

SEMTIDY_OUTLINE void semtidy_pause(void) { (void)SwitchToThread(); }

#endif

/*--- Text: building one record without stdio --------------------------------*/

#define SEMTIDY_RECORD 4096u /* bytes of the longest record */
#define SEMTIDY_STRING 240u  /* of a string in it; the end of it is kept */

struct semtidy_text {
  uint32_t used;
  char at[SEMTIDY_RECORD];
};

SEMTIDY_OUTLINE void semtidy_say(struct semtidy_text *, const char *);
SEMTIDY_OUTLINE void semtidy_say_number(struct semtidy_text *, long);
SEMTIDY_OUTLINE void semtidy_say_hex(struct semtidy_text *, uint64_t);
SEMTIDY_OUTLINE void semtidy_say_quoted(struct semtidy_text *, const char *);
SEMTIDY_OUTLINE void semtidy_json_string(struct semtidy_text *, const char *,
                                         const char *);
SEMTIDY_OUTLINE void semtidy_json_number(struct semtidy_text *, const char *,
                                         long);
SEMTIDY_OUTLINE const char *semtidy_tail(const char *);
SEMTIDY_OUTLINE int semtidy_same(const char *, const char *);
SEMTIDY_OUTLINE int semtidy_matches(const char *, uint32_t, const char *);

#if SEMTIDY_BODIES

SEMTIDY_OUTLINE void semtidy_say(struct semtidy_text *text, const char *more) {
  while (*more && text->used + 1 < SEMTIDY_RECORD)
    text->at[text->used++] = *more++;
}

SEMTIDY_OUTLINE void semtidy_say_number(struct semtidy_text *text, long value) {
  char digits[24];
  unsigned n = sizeof digits - 1;
  unsigned long rest =
      value < 0 ? 0ul - (unsigned long)value : (unsigned long)value;
  digits[n] = '\0';
  do
    digits[--n] = (char)('0' + rest % 10);
  while ((rest /= 10) != 0);
  if (value < 0)
    digits[--n] = '-';
  semtidy_say(text, digits + n);
}

SEMTIDY_OUTLINE void semtidy_say_hex(struct semtidy_text *text,
                                     uint64_t value) {
  char digits[19];
  unsigned n = sizeof digits - 1;
  digits[n] = '\0';
  do
    digits[--n] = "0123456789abcdef"[value & 15];
  while ((value >>= 4) != 0);
  digits[--n] = 'x';
  digits[--n] = '0';
  semtidy_say(text, digits + n);
}

/** The end of a string that is too long for a record. */
SEMTIDY_OUTLINE const char *semtidy_tail(const char *string) {
  uint32_t size = 0;
  while (string[size])
    ++size;
  return size > SEMTIDY_STRING ? string + (size - SEMTIDY_STRING) : string;
}

/** A JSON string with its quotes. */
SEMTIDY_OUTLINE void semtidy_say_quoted(struct semtidy_text *text,
                                        const char *string) {
  char one[7];
  semtidy_say(text, "\"");
  for (string = semtidy_tail(string); *string; ++string) {
    unsigned char c = (unsigned char)*string;
    unsigned n = 0;
    if (c < 0x20) {
      one[n++] = '\\';
      one[n++] = 'u';
      one[n++] = '0';
      one[n++] = '0';
      one[n++] = "01"[c >> 4];
      one[n++] = "0123456789abcdef"[c & 15];
    } else {
      if (c == '"' || c == '\\')
        one[n++] = '\\';
      one[n++] = (char)c;
    }
    one[n] = '\0';
    semtidy_say(text, one);
  }
  semtidy_say(text, "\"");
}

SEMTIDY_OUTLINE void semtidy_json_string(struct semtidy_text *text,
                                         const char *key, const char *value) {
  semtidy_say(text, ",\"");
  semtidy_say(text, key);
  semtidy_say(text, "\":");
  semtidy_say_quoted(text, value);
}

SEMTIDY_OUTLINE void semtidy_json_number(struct semtidy_text *text,
                                         const char *key, long value) {
  semtidy_say(text, ",\"");
  semtidy_say(text, key);
  semtidy_say(text, "\":");
  semtidy_say_number(text, value);
}

SEMTIDY_OUTLINE int semtidy_same(const char *a, const char *b) {
  while (*a && *a == *b) {
    ++a;
    ++b;
  }
  return *a == *b;
}

/** Whether the text contains the pattern, as the sanitizers match their
    suppressions: `*` is anything, `^` and `$` bind to the ends. */
SEMTIDY_OUTLINE int semtidy_matches(const char *pattern, uint32_t size,
                                    const char *text) {
  uint32_t p = 0, start = 0, retry_p = 0, retry_t = 0, t = 0;
  int bound = size > 0 && pattern[0] == '^';
  if (bound)
    p = start = 1;
  /* An unbound pattern behaves as if it began with a star. */
  retry_p = start;
  for (;;) {
    if (p == size)
      return 1;
    if (pattern[p] == '$' && p + 1 == size) {
      if (!text[t])
        return 1;
    } else if (pattern[p] == '*') {
      bound = 0;
      retry_p = ++p;
      retry_t = t;
      continue;
    } else if (text[t] == pattern[p] && text[t]) {
      ++p;
      ++t;
      continue;
    }
    if (bound || !text[retry_t])
      return 0;
    p = retry_p;
    t = ++retry_t;
  }
}

#endif

/*--- Options: SEMTIDY_OPTIONS and suppressions ------------------------------*/

struct semtidy_option {
  const char *name;
  uint32_t offset; /* in struct semtidy_options */
  uint32_t room;   /* of a string; 0: a number */
  int32_t normal;
  const char *meaning;
};

SEMTIDY_OUTLINE const struct semtidy_option *semtidy_option_list(void);
SEMTIDY_OUTLINE void semtidy_set_defaults(struct semtidy_options *);
SEMTIDY_OUTLINE void semtidy_parse_options(struct semtidy_options *,
                                           const char *, const char *);
SEMTIDY_OUTLINE void semtidy_help(const struct semtidy_options *);
SEMTIDY_OUTLINE void semtidy_load_suppressions(struct semtidy_state *);
SEMTIDY_OUTLINE int semtidy_suppresses(const struct semtidy_state *,
                                       const struct semtidy_report *);

#if SEMTIDY_BODIES

#define SEMTIDY_NUMBER(name, normal, meaning)                                  \
  {#name, (uint32_t)offsetof(struct semtidy_options, name), 0, normal, meaning}
#define SEMTIDY_TEXT(name, room, meaning)                                      \
  {#name, (uint32_t)offsetof(struct semtidy_options, name), room, 0, meaning}

SEMTIDY_OUTLINE const struct semtidy_option *semtidy_option_list(void) {
  static const struct semtidy_option list[] = {
      SEMTIDY_TEXT(log_path, 256,
                   "stderr, stdout, or a file; .PID is added to its name"),
      SEMTIDY_NUMBER(log_exe_name, 0,
                     "add the program's name to the log's name"),
      SEMTIDY_NUMBER(exitcode, 66,
                     "exit status if anything was reported; 0: the program's"),
      SEMTIDY_NUMBER(halt_on_error, 0, "exit after the first report"),
      SEMTIDY_NUMBER(abort_on_error, 0,
                     "with halt_on_error: abort instead of exit"),
      SEMTIDY_TEXT(suppressions, 256, "file of suppressions"),
      SEMTIDY_NUMBER(print_suppressions, 1,
                     "say at exit how many reports were suppressed"),
      SEMTIDY_NUMBER(print_summary, 1,
                     "summary at exit: 1 after reports, 2 always, 0 never"),
      SEMTIDY_TEXT(strip_path_prefix, 128,
                   "leave this beginning out of file names"),
      SEMTIDY_NUMBER(verbosity, 0,
                     "1: say at start and at exit what is recorded"),
      SEMTIDY_NUMBER(help, 0, "print this list"),
      SEMTIDY_NUMBER(enable, 1, "0: record nothing"),
      SEMTIDY_NUMBER(text, 1, "write reports as text"),
      SEMTIDY_NUMBER(json, 1, "write reports as JSON, one line each"),
      SEMTIDY_NUMBER(report_all, 0,
                     "report each time, not once per creation and close site"),
      SEMTIDY_NUMBER(log_sites, -1,
                     "write each close site that was reached; -1: to files"),
      SEMTIDY_NUMBER(trace, 0, "write each create, set, clear and close"),
      SEMTIDY_NUMBER(check_free, 1,
                     "look for set objects in memory that is freed"),
      SEMTIDY_NUMBER(max_objects, 65536, "objects that can be known at once"),
      SEMTIDY_NUMBER(max_threads, 1024, "threads that can be known at once"),
      SEMTIDY_NUMBER(max_places, 8192, "call sites that can be known"),
      {0, 0, 0, 0, 0}};
  return list;
}

SEMTIDY_OUTLINE void semtidy_set_defaults(struct semtidy_options *options) {
  const struct semtidy_option *o;
  for (o = semtidy_option_list(); o->name; ++o)
    if (!o->room)
      *(int32_t *)(void *)((char *)options + o->offset) = o->normal;
}

/** Reads `name=value` pairs, separated as the sanitizers allow. `origin` is
    named where one is not understood. */
SEMTIDY_OUTLINE void semtidy_parse_options(struct semtidy_options *options,
                                           const char *from,
                                           const char *origin) {
  const struct semtidy_option *o;
  while (from && *from) {
    char name[32], value[256];
    uint32_t n = 0, v = 0;
    int known = 0;
    char end = '\0';
    while (*from == ':' || *from == ' ' || *from == ',' || *from == '\n' ||
           *from == '\t' || *from == '\r')
      ++from;
    if (!*from)
      return;
    for (;
         *from && *from != '=' && *from != ':' && *from != ' ' && *from != ',';
         ++from)
      if (n + 1 < sizeof name)
        name[n++] = *from;
    name[n] = '\0';
    if (*from == '=')
      ++from;
    if (*from == '\'' || *from == '"')
      end = *from++;
    /* A colon may follow a drive letter. */
    for (; *from && (end ? *from != end
                         : *from != ' ' && *from != ',' && *from != '\n' &&
                               (*from != ':' || (v == 1 && (from[1] == '\\' ||
                                                            from[1] == '/'))));
         ++from)
      if (v + 1 < sizeof value)
        value[v++] = *from;
    value[v] = '\0';
    if (end && *from)
      ++from;
    for (o = semtidy_option_list(); o->name; ++o) {
      char *field = (char *)options + o->offset;
      uint32_t i;
      long number = 0;
      if (!semtidy_same(o->name, name))
        continue;
      if (o->room) {
        known = v < o->room;
        for (i = 0; known && i <= v; ++i)
          field[i] = value[i];
      } else if (semtidy_same(value, "true") || semtidy_same(value, "yes")) {
        known = 1;
        number = 1;
      } else if (semtidy_same(value, "false") || semtidy_same(value, "no")) {
        known = 1;
      } else {
        i = value[0] == '-';
        known = value[i] != '\0';
        for (; value[i]; ++i) {
          known =
              known && value[i] >= '0' && value[i] <= '9' && number < 100000000;
          number = number * 10 + (value[i] - '0');
        }
        number = value[0] == '-' ? -number : number;
      }
      if (known && !o->room)
        *(int32_t *)(void *)field = (int32_t)number;
      break;
    }
    if (!known) {
      struct semtidy_text text;
      text.used = 0;
      semtidy_say(&text, "semtidy: ");
      semtidy_say(&text, origin);
      semtidy_say(&text, o->name ? ": bad value in '" : ": unknown option '");
      semtidy_say(&text, name);
      semtidy_say(&text, "='; help=1 lists all\n");
      semtidy_output("2", text.at, text.used);
    }
  }
}

SEMTIDY_OUTLINE void semtidy_help(const struct semtidy_options *options) {
  const struct semtidy_option *o;
  struct semtidy_text text;
  text.used = 0;
  semtidy_say(&text, "Options of SEMTIDY_OPTIONS (name=value:name=value)\n");
  for (o = semtidy_option_list(); o->name; ++o) {
    const char *field = (const char *)options + o->offset;
    semtidy_say(&text, "  ");
    semtidy_say(&text, o->name);
    semtidy_say(&text, "\n      - ");
    semtidy_say(&text, o->meaning);
    semtidy_say(&text, " (now ");
    if (o->room)
      semtidy_say_quoted(&text, field);
    else
      semtidy_say_number(&text, *(const int32_t *)(const void *)field);
    semtidy_say(&text, ")\n");
  }
  semtidy_output("2", text.at, text.used);
}

#define SEMTIDY_SUPPRESSIONS 32768u

SEMTIDY_OUTLINE void semtidy_load_suppressions(struct semtidy_state *state) {
  uint32_t got;
  if (!state->options.suppressions[0])
    return;
  state->suppressions = (char *)semtidy_map(SEMTIDY_SUPPRESSIONS);
  got = state->suppressions
            ? semtidy_read_file(state->options.suppressions,
                                state->suppressions, SEMTIDY_SUPPRESSIONS)
            : 0xffffffffu;
  if (got == 0xffffffffu || got == SEMTIDY_SUPPRESSIONS) {
    static const char bad[] = "semtidy: the file of suppressions cannot be "
                              "read, or is above 32 KiB\n";
    semtidy_output("2", bad, sizeof bad - 1);
    got = 0;
  }
  state->suppressions_size = got;
}

/** Whether a line `TYPE:PATTERN` applies. TYPE is what the pattern is
    compared with; the check's name stands for all of them. */
SEMTIDY_OUTLINE int semtidy_suppresses(const struct semtidy_state *state,
                                       const struct semtidy_report *report) {
  const char *line = state->suppressions;
  const char *end = line ? line + state->suppressions_size : line;
  while (line && line < end) {
    const char *fields[4][2];
    uint32_t type = 0, size = 0, all, i;
    char name[32];
    fields[0][0] = "file", fields[0][1] = report->file;
    fields[1][0] = "function", fields[1][1] = report->function;
    fields[2][0] = "object", fields[2][1] = report->object;
    fields[3][0] = "family", fields[3][1] = report->family;
    while (line + size < end && line[size] != '\n')
      ++size;
    while (type < size && line[type] != ':')
      ++type;
    for (i = 0; i < type && i + 1 < sizeof name; ++i)
      name[i] = line[i];
    name[i] = '\0';
    if (line[0] != '#' && type < size) {
      uint32_t last = size;
      if (line[last - 1] == '\r')
        --last;
      all = (uint32_t)semtidy_same(name, "semaphore-close-while-set");
      for (i = 0; i < 4; ++i)
        if ((all || semtidy_same(name, fields[i][0])) &&
            semtidy_matches(line + type + 1, last - type - 1, fields[i][1]))
          return 1;
    }
    line += size + 1;
  }
  return 0;
}

#endif

/*--- Attach: finding the state of the process, or making it -----------------*/

SEMTIDY_OUTLINE void semtidy_complain(struct semtidy_state *, uint32_t,
                                      const char *, const char *);
SEMTIDY_OUTLINE void semtidy_make_state(struct semtidy_state *);
SEMTIDY_OUTLINE void semtidy_name_log(struct semtidy_state *);
SEMTIDY_OUTLINE void semtidy_log_run(struct semtidy_state *);
SEMTIDY_OUTLINE uint32_t semtidy_round_up(int32_t, int32_t, int32_t);

/* The process's page of rendezvous. */
struct semtidy_page {
  uint64_t state; /* the address, once it is ready */
};

#if !defined(_WIN32)
/* The program may define this, as with the sanitizers. */
extern const char *semtidy_default_options(void) __attribute__((weak));
#endif

#if SEMTIDY_BODIES

/** Says once that a limit was reached: from here on records are missing. */
SEMTIDY_OUTLINE void semtidy_complain(struct semtidy_state *state,
                                      uint32_t which, const char *what,
                                      const char *option) {
  struct semtidy_text text;
  if (__atomic_fetch_or(&state->said, 1u << which, __ATOMIC_ACQ_REL) &
      1u << which)
    return;
  text.used = 0;
  semtidy_say(&text, "semtidy: warning: the table of ");
  semtidy_say(&text, what);
  semtidy_say(&text, " is full; from here on records are missing");
  if (option[0]) {
    semtidy_say(&text, ", raise ");
    semtidy_say(&text, option);
    semtidy_say(&text, " in SEMTIDY_OPTIONS");
  }
  semtidy_say(&text, "\n");
  semtidy_output("2", text.at, text.used);
  text.used = 0;
  if (state->options.log_path[0] == '/' || state->options.log_path[1] == ':') {
    semtidy_say(&text, "{\"semtidy\":1,\"event\":\"full\"");
    semtidy_json_string(&text, "table", what);
    semtidy_json_number(&text, "pid", (long)semtidy_pid());
    semtidy_say(&text, "}\n");
    semtidy_output(state->options.log_path, text.at, text.used);
  }
}

SEMTIDY_OUTLINE uint32_t semtidy_round_up(int32_t value, int32_t least,
                                          int32_t most) {
  uint32_t power = (uint32_t)least;
  while (power < (uint32_t)most && (int32_t)power < value)
    power <<= 1;
  return power;
}

/** log_path with the directory, the program and the process added. */
SEMTIDY_OUTLINE void semtidy_name_log(struct semtidy_state *state) {
  struct semtidy_text text;
  char *path = state->options.log_path;
  uint32_t i;
  text.used = 0;
  if (!path[0] || semtidy_same(path, "stderr") || semtidy_same(path, "2")) {
    semtidy_say(&text, "2");
  } else if (semtidy_same(path, "stdout") || semtidy_same(path, "1")) {
    semtidy_say(&text, "1");
  } else {
    if (path[0] != '/' && path[1] != ':') {
      char here[256];
      semtidy_working_directory(here, sizeof here);
      semtidy_say(&text, here);
      semtidy_say(&text, "/");
    }
    semtidy_say(&text, path);
    if (state->options.log_exe_name) {
      semtidy_say(&text, ".");
      semtidy_say(&text, state->program);
    }
    semtidy_say(&text, ".");
    semtidy_say_number(&text, (long)semtidy_pid());
  }
  text.at[text.used] = '\0';
  if (text.used >= sizeof state->options.log_path) {
    static const char bad[] = "semtidy: log_path is too long; using stderr\n";
    semtidy_output("2", bad, sizeof bad - 1);
    text.at[0] = '2';
    text.at[1] = '\0';
  }
  for (i = 0; i == 0 || text.at[i - 1]; ++i)
    path[i] = text.at[i];
}

/** The first line of a log file: this run was recorded. */
SEMTIDY_OUTLINE void semtidy_log_run(struct semtidy_state *state) {
  struct semtidy_text text;
  if (state->options.log_sites < 0)
    state->options.log_sites = state->options.log_path[1] != '\0';
  if (!state->options.log_sites || !state->options.json)
    return;
  text.used = 0;
  semtidy_say(&text, "{\"semtidy\":1,\"event\":\"run\"");
  semtidy_json_number(&text, "pid", (long)semtidy_pid());
  semtidy_json_string(&text, "program", state->program);
  semtidy_say(&text, "}\n");
  semtidy_output(state->options.log_path, text.at, text.used);
}

SEMTIDY_OUTLINE void semtidy_make_state(struct semtidy_state *state) {
  struct semtidy_options *options = &state->options;
  char environment[1024];
  uint32_t objects, threads, places;
  semtidy_set_defaults(options);
#if defined(SEMTIDY_CONFIRM_DEFAULT_OPTIONS)
  semtidy_parse_options(options, SEMTIDY_CONFIRM_DEFAULT_OPTIONS,
                        "SEMTIDY_CONFIRM_DEFAULT_OPTIONS");
#endif
#if !defined(_WIN32)
  if (semtidy_default_options)
    semtidy_parse_options(options, semtidy_default_options(),
                          "semtidy_default_options");
#endif
  semtidy_environment("SEMTIDY_OPTIONS", environment, sizeof environment);
  semtidy_parse_options(options, environment, "SEMTIDY_OPTIONS");

  state->pid = semtidy_pid();
  semtidy_program_name(state->program, sizeof state->program);
  semtidy_name_log(state);
  objects = semtidy_round_up(options->max_objects, 256, 1 << 22);
  threads = (uint32_t)options->max_threads;
  places = (uint32_t)options->max_places;
  if (threads < 1 || threads > 65536)
    threads = 1024;
  if (places < 64 || places > 1u << 20)
    places = 8192;
  options->max_threads = (int32_t)threads;
  options->max_places = (int32_t)places;
  state->object_mask = objects - 1;
  state->threads = (struct semtidy_thread *)semtidy_map(
      threads * sizeof(struct semtidy_thread));
  state->keys = (uint64_t *)semtidy_map(objects * sizeof(uint64_t));
  state->objects = (struct semtidy_object *)semtidy_map(
      objects * sizeof(struct semtidy_object));
  state->places = (struct semtidy_place *)semtidy_map(
      places * sizeof(struct semtidy_place));
  state->strings = (char *)semtidy_map(SEMTIDY_STRINGS);
  if (!state->threads || !state->keys || !state->objects || !state->places ||
      !state->strings) {
    static const char bad[] = "semtidy: no memory; nothing is recorded\n";
    semtidy_output("2", bad, sizeof bad - 1);
    options->enable = 0;
    return;
  }
  /* String 0 is empty, place 0 is no place, place 1 is an unknown one. */
  state->strings_used = 1;
  state->places_used = 2;
  semtidy_load_suppressions(state);
  if (options->help)
    semtidy_help(options);
  if (options->enable)
    semtidy_log_run(state);
  if (options->verbosity > 0) {
    struct semtidy_text text;
    text.used = 0;
    semtidy_say(&text, options->enable ? "semtidy: recording process "
                                       : "semtidy: not recording process ");
    semtidy_say_number(&text, (long)state->pid);
    semtidy_say(&text, "; reports go to ");
    semtidy_say(&text, options->log_path[1]          ? options->log_path
                       : options->log_path[0] == '1' ? "stdout"
                                                     : "stderr");
    semtidy_say(&text, "\n");
    semtidy_output("2", text.at, text.used);
  }
}

/** The state. 0 only in a signal handler that interrupted this very call. */
SEMTIDY_OUTLINE struct semtidy_state *semtidy_attach(void) {
  struct semtidy_state *state = SEMTIDY_ACQUIRE(semtidy_state_);
  uint32_t tid, expected = 0;
  if (SEMTIDY_LIKELY(state))
    return state;
  tid = semtidy_tid();
  if (!SEMTIDY_CAS(semtidy_attaching, expected, tid)) {
    if (expected == tid)
      return (struct semtidy_state *)0;
    while (!(state = SEMTIDY_ACQUIRE(semtidy_state_)))
      semtidy_pause();
    return state;
  }
  /* Modules attach from their constructors, one after the other, since the
     dynamic linker holds its lock. So the page needs no lock of its own. */
  {
    int saved = errno, alone = 0;
    struct semtidy_page *page =
        (struct semtidy_page *)semtidy_rendezvous(&alone);
    uint64_t found = page ? SEMTIDY_ACQUIRE(page->state) : 0;
    state = (struct semtidy_state *)(uintptr_t)found;
    if (!state) {
      state = (struct semtidy_state *)semtidy_map(sizeof *state);
      if (!state) {
        static const char bad[] = "semtidy: no memory\n";
        semtidy_output("2", bad, sizeof bad - 1);
        semtidy_leave(1, 1);
      }
      state->alone = (uint32_t)alone;
      semtidy_make_state(state);
      if (alone) {
        static const char bad[] =
            "semtidy: warning: no /proc or no memfd_create; each shared object "
            "keeps a state of its own\n";
        semtidy_output("2", bad, sizeof bad - 1);
      }
      if (page)
        SEMTIDY_RELEASE(page->state, (uint64_t)(uintptr_t)state);
    }
    SEMTIDY_RELEASE(semtidy_state_, state);
    errno = saved;
  }
  return state;
}

/** This thread's record: its own from another module, a free one, one of a
    thread that has ended, or the one that records nothing. */
SEMTIDY_OUTLINE struct semtidy_thread *semtidy_enter_thread(void) {
  struct semtidy_state *state = semtidy_attach();
  struct semtidy_thread *record = (struct semtidy_thread *)0;
  uint32_t tid, used, i, room;
  if (!state || !state->options.enable)
    return &semtidy_nobody;
  tid = semtidy_tid();
  room = (uint32_t)state->options.max_threads;
  used = SEMTIDY_ACQUIRE(state->threads_used);
  used = used < room ? used : room;
  for (i = 0; i < used && !record; ++i)
    if (SEMTIDY_LOAD(state->threads[i].tid) == tid)
      record = &state->threads[i];
  /* Look at four old records, at all of them if there is no new one left. */
  for (i = 0; i < (used < room ? 4u : used) && i < used && !record; ++i) {
    struct semtidy_thread *old =
        &state->threads[SEMTIDY_ADD(state->threads_next, 1u) % used];
    uint32_t gone = SEMTIDY_LOAD(old->tid);
    if (SEMTIDY_LOAD(old->count) == 0 &&
        (gone == 0 || semtidy_thread_gone(gone)) &&
        SEMTIDY_CAS(old->tid, gone, tid)) {
      record = old;
      semtidy_leave_permits(state, old, gone);
    }
  }
  if (!record && used < room) {
    i = SEMTIDY_ADD(state->threads_used, 1u);
    if (i < room) {
      record = &state->threads[i];
      SEMTIDY_STORE(record->tid, tid);
    }
  }
  if (!record) {
    semtidy_complain(state, 0, "threads", "max_threads");
    return semtidy_self = &semtidy_nobody;
  }
  SEMTIDY_STORE(record->waiting, (const volatile void *)0);
  SEMTIDY_STORE(record->serial, 1u);
  SEMTIDY_STORE(record->limit, state->options.trace ? 0u : SEMTIDY_FAST_HELD);
  return semtidy_self = record;
}

#endif

/*--- Places: call sites of the program, copied ------------------------------*/

SEMTIDY_OUTLINE int semtidy_is_place(struct semtidy_state *,
                                     const struct semtidy_place *, const char *,
                                     uint32_t, const char *, const char *,
                                     const char *);
SEMTIDY_OUTLINE uint32_t semtidy_place_of(struct semtidy_state *, const char *,
                                          uint32_t, const char *, const char *,
                                          const char *);
SEMTIDY_OUTLINE uint32_t semtidy_keep(struct semtidy_state *, const char *,
                                      uint32_t);
SEMTIDY_OUTLINE const char *semtidy_string(const struct semtidy_state *,
                                           uint32_t);
SEMTIDY_OUTLINE uint32_t semtidy_object_name(const char *, uint32_t, char *,
                                             uint32_t);

#define SEMTIDY_SOMEWHERE 1u /* the place that stands for unknown ones */

#if SEMTIDY_BODIES

SEMTIDY_OUTLINE const char *semtidy_string(const struct semtidy_state *state,
                                           uint32_t offset) {
  return state->strings + offset;
}

/** Copies a string; 0, the empty one, if there is no room. */
SEMTIDY_OUTLINE uint32_t semtidy_keep(struct semtidy_state *state,
                                      const char *string, uint32_t size) {
  uint32_t at, i;
  if (!size)
    return 0;
  at = SEMTIDY_ADD(state->strings_used, size + 1);
  if (at + size + 1 > SEMTIDY_STRINGS || at + size + 1 < at) {
    SEMTIDY_STORE(state->strings_used, SEMTIDY_STRINGS);
    semtidy_complain(state, 1, "strings", "");
    return 0;
  }
  for (i = 0; i < size; ++i)
    state->strings[at + i] = string[i];
  state->strings[at + size] = '\0';
  return at;
}

/** The spelling of one argument, as the check names an object: without
    parentheses around it, a leading `&` or a cast. */
SEMTIDY_OUTLINE uint32_t semtidy_object_name(const char *args, uint32_t index,
                                             char *name, uint32_t room) {
  const char *begin = args, *end;
  int depth = 0, stripped = 1;
  uint32_t i = 0;
  char quote = '\0';
  for (end = args; *end; ++end) {
    if (quote) {
      if (*end == '\\' && end[1])
        ++end;
      else if (*end == quote)
        quote = '\0';
    } else if (*end == '"' || *end == '\'') {
      quote = *end;
    } else if (*end == '(' || *end == '[' || *end == '{') {
      ++depth;
    } else if (*end == ')' || *end == ']' || *end == '}') {
      --depth;
    } else if (*end == ',' && depth == 0) {
      if (index-- == 0)
        break;
      begin = end + 1;
    }
  }
  if (!*end && index > 0) /* not an argument: the call returns it */
    begin = end;
  while (stripped) {
    const char *close = begin;
    stripped = 0;
    while (begin < end && (*begin == ' ' || *begin == '&')) {
      ++begin;
      stripped = 1;
    }
    while (begin < end && end[-1] == ' ')
      --end;
    if (begin < end && *begin == '(') {
      depth = 0;
      for (close = begin; close < end; ++close) {
        depth += *close == '(';
        depth -= *close == ')';
        if (depth == 0)
          break;
      }
      if (close + 1 == end) { /* (m) */
        ++begin;
        --end;
        stripped = 1;
      } else if (close < end && close > begin &&
                 (close[-1] == '*' || close[1] == '&' ||
                  (close[1] >= 'a' && close[1] <= 'z') ||
                  (close[1] >= 'A' && close[1] <= 'Z') || close[1] == '_')) {
        begin = close + 1; /* (type)m */
        stripped = 1;
      }
    }
  }
  for (; begin < end && i + 1 < room; ++begin)
    name[i++] = *begin;
  name[i] = '\0';
  return i;
}

/** Whether a place is the one with these properties. */
SEMTIDY_OUTLINE int semtidy_is_place(struct semtidy_state *state,
                                     const struct semtidy_place *place,
                                     const char *file, uint32_t line,
                                     const char *function, const char *api,
                                     const char *object) {
  return place->line == line &&
         semtidy_same(semtidy_string(state, place->file), file) &&
         semtidy_same(semtidy_string(state, place->api), api) &&
         semtidy_same(semtidy_string(state, place->object), object) &&
         semtidy_same(semtidy_string(state, place->function), function);
}

/** The place with these properties, made if it is new. Lock-free: of two threads
    that make it at once, the second finds what the first has made. */
SEMTIDY_OUTLINE uint32_t semtidy_place_of(struct semtidy_state *state,
                                          const char *file, uint32_t line,
                                          const char *function, const char *api,
                                          const char *object) {
  uint32_t hash = line * 2654435761u, last_file = 0, chain, id, head, seen;
  uint32_t size;
  const char *c;
  struct semtidy_place *place;
  for (c = file; *c; ++c)
    hash = hash * 31 + (unsigned char)*c;
  chain = hash % SEMTIDY_CHAINS;
  head = SEMTIDY_ACQUIRE(state->chains[chain]);
  for (id = head; id; id = place->next) {
    place = &state->places[id];
    if (semtidy_is_place(state, place, file, line, function, api, object))
      return id;
    if (semtidy_same(semtidy_string(state, place->file), file))
      last_file = place->file;
  }
  id = SEMTIDY_ADD(state->places_used, 1u);
  if (id >= (uint32_t)state->options.max_places) {
    SEMTIDY_STORE(state->places_used, (uint32_t)state->options.max_places);
    semtidy_complain(state, 2, "call sites", "max_places");
    return SEMTIDY_SOMEWHERE;
  }
  place = &state->places[id];
  /* The file is nearly always that of the place before. */
  if (!last_file) {
    last_file = SEMTIDY_ACQUIRE(state->places[id - 1].file);
    if (!semtidy_same(semtidy_string(state, last_file), file))
      last_file = 0;
  }
  for (size = 0; file[size]; ++size)
    continue;
  SEMTIDY_RELEASE(place->file,
                  last_file ? last_file : semtidy_keep(state, file, size));
  for (size = 0; function[size]; ++size)
    continue;
  place->function = semtidy_keep(state, function, size);
  for (size = 0; object[size]; ++size)
    continue;
  place->object = semtidy_keep(state, object, size);
  for (size = 0; api[size]; ++size)
    continue;
  place->api = semtidy_keep(state, api, size);
  place->line = line;
  seen = head;
  do {
    uint32_t other;
    for (other = head; other != seen; other = state->places[other].next)
      if (semtidy_is_place(state, &state->places[other], file, line, function,
                           api, object))
        return other;
    seen = place->next = head;
  } while (!SEMTIDY_CAS(state->chains[chain], head, id));
  return id;
}

/** A site's place. Called once for each site, unless recording is off. */
SEMTIDY_OUTLINE uint32_t semtidy_intern(struct semtidy_site *site,
                                        const char *function) {
  struct semtidy_state *state = semtidy_attach();
  char name[128];
  uint32_t id;
  if (!state || !state->options.enable)
    return SEMTIDY_SOMEWHERE;
  semtidy_object_name(site->args, site->arg, name, sizeof name);
  id = semtidy_place_of(state, site->file, site->line, function, site->api,
                        name);
  SEMTIDY_STORE(site->id, id);
  return id;
}

#endif

/*--- Held: locks that threads hold, off the fast path -----------------------*/

/* What the threads' records say about one object. */
struct semtidy_holding {
  uint32_t depth;   /* entries of the thread that is named */
  uint32_t readers; /* threads that hold it shared */
  uint32_t waiters;
  uint32_t place, tid;
};

SEMTIDY_OUTLINE void semtidy_look(struct semtidy_state *, const volatile void *,
                                  struct semtidy_holding *);
SEMTIDY_OUTLINE int semtidy_is_waiting(const struct semtidy_thread *,
                                       const volatile void *);
SEMTIDY_OUTLINE void semtidy_forget(struct semtidy_state *,
                                    const volatile void *);
SEMTIDY_OUTLINE int semtidy_clear_foreign(const volatile void *);
SEMTIDY_OUTLINE void semtidy_suspend(const volatile void *);
SEMTIDY_OUTLINE void semtidy_resume(const volatile void *,
                                    struct semtidy_site *, const char *);
SEMTIDY_OUTLINE uint32_t semtidy_records(struct semtidy_state *);
SEMTIDY_OUTLINE void semtidy_trace(const char *, const volatile void *,
                                   uint32_t);

#if SEMTIDY_BODIES

/** How many thread records have ever been in use. */
SEMTIDY_OUTLINE uint32_t semtidy_records(struct semtidy_state *state) {
  uint32_t used = SEMTIDY_ACQUIRE(state->threads_used);
  uint32_t room = (uint32_t)state->options.max_threads;
  return used < room ? used : room;
}

/** One event as a JSON line, with trace=1. */
SEMTIDY_OUTLINE void
semtidy_trace(const char *event, const volatile void *object, uint32_t place) {
  struct semtidy_state *state = semtidy_attach();
  struct semtidy_text text;
  struct semtidy_place *at;
  if (!state || !state->options.trace)
    return;
  at = &state->places[place];
  text.used = 0;
  semtidy_say(&text, "{\"semtidy\":1,\"event\":\"");
  semtidy_say(&text, event);
  semtidy_say(&text, "\"");
  semtidy_json_string(&text, "object", semtidy_string(state, at->object));
  semtidy_json_string(&text, "api", semtidy_string(state, at->api));
  semtidy_json_string(&text, "file", semtidy_string(state, at->file));
  semtidy_json_number(&text, "line", (long)at->line);
  semtidy_json_string(&text, "function", semtidy_string(state, at->function));
  semtidy_json_number(&text, "pid", (long)semtidy_pid());
  semtidy_json_number(&text, "thread", (long)semtidy_tid());
  semtidy_say(&text, ",\"address\":\"");
  semtidy_say_hex(&text, semtidy_address(object));
  semtidy_say(&text, "\"}\n");
  semtidy_output(state->options.log_path, text.at, text.used);
}

/** More locks than the fast path takes, or no record, or tracing. */
SEMTIDY_OUTLINE void semtidy_push_slow(const volatile void *object,
                                       uint32_t flags, uint32_t place,
                                       struct semtidy_thread *me) {
  static const volatile void *const reserved = (const volatile void *)1;
  uint32_t top = SEMTIDY_LOAD(me->count), i = top;
  if (!SEMTIDY_LOAD(me->serial))
    return;
  semtidy_trace("set", object, place);
  if (top >= SEMTIDY_FAST_HELD) {
    for (i = 0; i < top; ++i) {
      const volatile void *hole = (const volatile void *)0;
      if (!SEMTIDY_LOAD(me->held[i].object) &&
          SEMTIDY_CAS(me->held[i].object, hole, reserved))
        break;
    }
  }
  if (i == SEMTIDY_MAX_HELD) {
    semtidy_complain(semtidy_attach(), 3, "locks that one thread holds", "");
    return;
  }
  if (i == top) {
    SEMTIDY_STORE(me->count, top + 1);
    __atomic_signal_fence(__ATOMIC_SEQ_CST);
  }
  SEMTIDY_STORE(me->held[i].place, place);
  SEMTIDY_STORE(me->held[i].flags, flags);
  SEMTIDY_RELEASE(me->held[i].object, object);
}

/** Not the newest entry, or none of this thread. */
SEMTIDY_OUTLINE uint32_t semtidy_pop_slow(const volatile void *object,
                                          struct semtidy_site *site,
                                          const char *function,
                                          struct semtidy_thread *me) {
  uint32_t i = SEMTIDY_LOAD(me->count), place = 0;
  if (!SEMTIDY_LOAD(me->serial))
    return 0;
  if (!SEMTIDY_LOAD(me->limit))
    semtidy_trace("clear", object,
                  site ? semtidy_at(site, function) : SEMTIDY_SOMEWHERE);
  while (i-- > 0 && !place)
    if (SEMTIDY_LOAD(me->held[i].object) == object) {
      place = SEMTIDY_LOAD(me->held[i].place);
      SEMTIDY_STORE(me->held[i].object, (const volatile void *)0);
    }
  for (i = SEMTIDY_LOAD(me->count);
       i > 0 && !SEMTIDY_LOAD(me->held[i - 1].object); --i)
    continue;
  SEMTIDY_RELEASE(me->count, i);
  return place;
}

/** Whether another thread waits for an object. One that was cancelled there is
    gone for whoever joined it some time before the system has forgotten it. */
SEMTIDY_OUTLINE int semtidy_is_waiting(const struct semtidy_thread *record,
                                       const volatile void *object) {
  uint32_t tid, tries;
  for (tries = 0; tries < 1000; ++tries) {
    if (SEMTIDY_LOAD(record->waiting) != object)
      return 0;
    tid = SEMTIDY_LOAD(record->tid);
    if (!tid || semtidy_thread_gone(tid))
      return 0;
    semtidy_pause();
  }
  return 1;
}

/** What all threads hold of an object. This thread is named if it holds it,
    else the first that does. */
SEMTIDY_OUTLINE void semtidy_look(struct semtidy_state *state,
                                  const volatile void *object,
                                  struct semtidy_holding *holding) {
  uint32_t used = semtidy_records(state), r, i;
  struct semtidy_thread *me = semtidy_me();
  holding->depth = holding->readers = holding->waiters = 0;
  holding->place = holding->tid = 0;
  for (r = 0; r < used; ++r) {
    struct semtidy_thread *record = &state->threads[r];
    uint32_t count = SEMTIDY_ACQUIRE(record->count), depth = 0, shared = 0;
    uint32_t place = 0;
    if (record != me && semtidy_is_waiting(record, object))
      ++holding->waiters;
    for (i = 0; i < count && i < SEMTIDY_MAX_HELD; ++i)
      if (SEMTIDY_ACQUIRE(record->held[i].object) == object) {
        uint32_t flags = SEMTIDY_LOAD(record->held[i].flags);
        if (flags & SEMTIDY_WAITING)
          continue;
        ++depth;
        shared |= flags & SEMTIDY_SHARED;
        place = SEMTIDY_LOAD(record->held[i].place);
      }
    if (!depth)
      continue;
    holding->readers += shared != 0;
    if (!holding->depth || record == me) {
      holding->depth = depth;
      holding->place = place;
      holding->tid = SEMTIDY_LOAD(record->tid);
    }
  }
}

/** Drops all entries for an object that has ended. */
SEMTIDY_OUTLINE void semtidy_forget(struct semtidy_state *state,
                                    const volatile void *object) {
  uint32_t used = semtidy_records(state), r, i;
  for (r = 0; r < used; ++r) {
    struct semtidy_thread *record = &state->threads[r];
    uint32_t count = SEMTIDY_ACQUIRE(record->count);
    for (i = 0; i < count && i < SEMTIDY_MAX_HELD; ++i) {
      const volatile void *expected = object;
      if (SEMTIDY_LOAD(record->held[i].object) == object)
        (void)SEMTIDY_CAS(record->held[i].object, expected,
                          (const volatile void *)0);
    }
  }
}

/** A thread cleared what another one had set. Whether any had. */
SEMTIDY_OUTLINE int semtidy_clear_foreign(const volatile void *object) {
  struct semtidy_state *state = semtidy_attach();
  uint32_t used, r, i;
  if (!state || !state->options.enable)
    return 0;
  used = semtidy_records(state);
  for (r = 0; r < used; ++r) {
    struct semtidy_thread *record = &state->threads[r];
    uint32_t count = SEMTIDY_ACQUIRE(record->count);
    for (i = 0; i < count && i < SEMTIDY_MAX_HELD; ++i) {
      const volatile void *expected = object;
      if (SEMTIDY_LOAD(record->held[i].object) == object &&
          SEMTIDY_CAS(record->held[i].object, expected,
                      (const volatile void *)0))
        return 1;
    }
  }
  return 0;
}

/** Before a condition wait gives the lock up. */
SEMTIDY_OUTLINE void semtidy_suspend(const volatile void *object) {
  struct semtidy_thread *me = semtidy_me();
  uint32_t i = SEMTIDY_LOAD(me->count);
  while (i-- > 0)
    if (SEMTIDY_LOAD(me->held[i].object) == object) {
      SEMTIDY_STORE(me->held[i].flags,
                    SEMTIDY_LOAD(me->held[i].flags) | SEMTIDY_WAITING);
      return;
    }
}

/** After a condition wait: held again, set here. */
SEMTIDY_OUTLINE void semtidy_resume(const volatile void *object,
                                    struct semtidy_site *site,
                                    const char *function) {
  struct semtidy_thread *me = semtidy_me();
  uint32_t i = SEMTIDY_LOAD(me->count), place = semtidy_at(site, function);
  while (i-- > 0)
    if (SEMTIDY_LOAD(me->held[i].object) == object) {
      SEMTIDY_STORE(me->held[i].place, place);
      SEMTIDY_STORE(me->held[i].flags,
                    SEMTIDY_LOAD(me->held[i].flags) & ~SEMTIDY_WAITING);
      break;
    }
  semtidy_trace("set", object, place);
}

#endif

/*--- Objects: what was created, by address or handle ------------------------*/

/* An open-addressed table. A key moves 0 -> k -> 1 (gone) -> k ... and never
   back to 0, so a search may stop at 0. Only a call that creates or opens an
   object inserts, and before it returns nobody else can know the object. */

SEMTIDY_OUTLINE uint32_t semtidy_home(const struct semtidy_state *, uint64_t);
SEMTIDY_OUTLINE struct semtidy_object *semtidy_find(struct semtidy_state *,
                                                    uint64_t);
SEMTIDY_OUTLINE struct semtidy_object *semtidy_add(struct semtidy_state *,
                                                   uint64_t);
SEMTIDY_OUTLINE void semtidy_remove(struct semtidy_state *, uint64_t);
SEMTIDY_OUTLINE struct semtidy_object *semtidy_resolve(struct semtidy_state *,
                                                       uint64_t *);
SEMTIDY_OUTLINE uint64_t semtidy_next_in(struct semtidy_state *, uint64_t,
                                         uint64_t, uint64_t *);

#if SEMTIDY_BODIES

#define SEMTIDY_GONE 1u

/* Objects of one page have neighbouring homes, in the order of their
   addresses: so a block of memory is looked through without trying each
   address in it. */
SEMTIDY_OUTLINE uint32_t semtidy_home(const struct semtidy_state *state,
                                      uint64_t key) {
  uint64_t page = key & 1 ? key : key >> 12;
  uint64_t offset = key & 1 ? 0 : key >> 4 & 255;
  return (uint32_t)((page * 0x9e3779b97f4a7c15u >> 32) + offset) &
         state->object_mask;
}

SEMTIDY_OUTLINE struct semtidy_object *semtidy_find(struct semtidy_state *state,
                                                    uint64_t key) {
  uint32_t at = semtidy_home(state, key), i;
  if (key <= SEMTIDY_GONE)
    return (struct semtidy_object *)0;
  for (i = 0; i < SEMTIDY_REACH; ++i, at = (at + 1) & state->object_mask) {
    uint64_t here = SEMTIDY_ACQUIRE(state->keys[at]);
    if (here == key)
      return &state->objects[at];
    if (!here)
      break;
  }
  return (struct semtidy_object *)0;
}

/** The object of a new key, or the one that has it. 0 if the table is full. */
SEMTIDY_OUTLINE struct semtidy_object *semtidy_add(struct semtidy_state *state,
                                                   uint64_t key) {
  struct semtidy_object *object = semtidy_find(state, key);
  uint32_t at = semtidy_home(state, key), i;
  if (object || key <= SEMTIDY_GONE)
    return object;
  for (i = 0; i < SEMTIDY_REACH; ++i, at = (at + 1) & state->object_mask) {
    uint64_t here = SEMTIDY_ACQUIRE(state->keys[at]);
    if (here > SEMTIDY_GONE)
      continue;
    if (SEMTIDY_CAS(state->keys[at], here, key)) {
      if (!(key & 1)) {
        uint32_t bit = (uint32_t)(key >> 12) % SEMTIDY_PAGES;
        __atomic_fetch_or(&state->pages[bit / 32], 1u << bit % 32,
                          __ATOMIC_RELAXED);
      }
      return &state->objects[at];
    }
    if (here == key)
      return &state->objects[at];
  }
  semtidy_complain(state, 4, "objects", "max_objects");
  return (struct semtidy_object *)0;
}

SEMTIDY_OUTLINE void semtidy_remove(struct semtidy_state *state, uint64_t key) {
  struct semtidy_object *object = semtidy_find(state, key);
  if (object)
    SEMTIDY_RELEASE(state->keys[object - state->objects],
                    (uint64_t)SEMTIDY_GONE);
}

/** The object of a key; of a duplicate handle, the one that it stands for,
    whose key it then becomes. */
SEMTIDY_OUTLINE struct semtidy_object *
semtidy_resolve(struct semtidy_state *state, uint64_t *key) {
  struct semtidy_object *object = semtidy_find(state, *key);
  uint64_t alias = object ? SEMTIDY_LOAD(object->alias) : 0;
  if (SEMTIDY_LIKELY(!alias))
    return object;
  *key = alias;
  return semtidy_find(state, alias);
}

/** An object whose address is in [from, to), 0 if there is none. `cursor` is 0
    at first and counts on. */
SEMTIDY_OUTLINE uint64_t semtidy_next_in(struct semtidy_state *state,
                                         uint64_t from, uint64_t to,
                                         uint64_t *cursor) {
  uint64_t page = (from >> 12) + (*cursor >> 12);
  uint64_t step = *cursor & 4095;
  for (; page <= (to - 1) >> 12; ++page, step = 0) {
    uint32_t bit = (uint32_t)page % SEMTIDY_PAGES;
    uint64_t low = page << 12 > from ? page << 12 : from;
    uint64_t high = (page + 1) << 12 < to ? (page + 1) << 12 : to;
    uint32_t home, homes;
    if (!(SEMTIDY_LOAD(state->pages[bit / 32]) >> bit % 32 & 1))
      continue;
    home = semtidy_home(state, low & ~(uint64_t)1);
    homes = (uint32_t)(((high - 1) >> 4) - (low >> 4)) + 1;
    for (; step < homes + SEMTIDY_REACH; ++step) {
      uint64_t here = SEMTIDY_ACQUIRE(
          state->keys[(home + (uint32_t)step) & state->object_mask]);
      if (!(here & 1) && here >= low && here < high) {
        *cursor = ((page - (from >> 12)) << 12) + step + 1;
        return here;
      }
      if (!here && step + 1 >= homes)
        break;
    }
  }
  return 0;
}

#endif

/*--- Permits: what threads took from semaphores, off the fast path ----------*/

SEMTIDY_OUTLINE int semtidy_count_permits(struct semtidy_state *,
                                          struct semtidy_object *, uint64_t,
                                          int32_t, uint32_t);
SEMTIDY_OUTLINE int32_t semtidy_taken(struct semtidy_state *,
                                      const struct semtidy_object *, uint64_t,
                                      uint32_t *, uint32_t *);
SEMTIDY_OUTLINE void semtidy_forget_permits(struct semtidy_state *, uint64_t);

#if SEMTIDY_BODIES

/** Permits were taken (`place` says where) or, with `by` below 0, are given. A
    thread counts them in its record, if that has an entry for the semaphore or
    a free one where it belongs; all others together in the object. */
SEMTIDY_OUTLINE int semtidy_count_permits(struct semtidy_state *state,
                                          struct semtidy_object *object,
                                          uint64_t key, int32_t by,
                                          uint32_t place) {
  const volatile void *pointer = semtidy_pointer(key);
  const volatile void *nothing = (const volatile void *)0;
  struct semtidy_thread *me = semtidy_me();
  struct semtidy_permits *mine = semtidy_permits_at(me, pointer);
  if (!(key & 1) && SEMTIDY_LOAD(me->serial) && !state->options.trace &&
      (SEMTIDY_LOAD(mine->object) == pointer ||
       SEMTIDY_CAS(mine->object, nothing, pointer))) {
    if (place)
      SEMTIDY_STORE(mine->place, place);
    semtidy_count(&mine->taken, by);
    return 2;
  }
  if (place) {
    SEMTIDY_STORE(object->set, place);
    SEMTIDY_STORE(object->set_tid, SEMTIDY_LOAD(me->tid));
  }
  SEMTIDY_ADD(object->level, by);
  return 2;
}

/** How many permits are taken, and by whom: this thread if it took one, else
    the first that did. */
SEMTIDY_OUTLINE int32_t semtidy_taken(struct semtidy_state *state,
                                      const struct semtidy_object *object,
                                      uint64_t key, uint32_t *place,
                                      uint32_t *tid) {
  const volatile void *pointer = semtidy_pointer(key);
  int32_t sum = SEMTIDY_LOAD(object->level);
  uint32_t used = semtidy_records(state), r;
  int found = 0;
  *place = SEMTIDY_LOAD(object->set);
  *tid = SEMTIDY_LOAD(object->set_tid);
  for (r = 0; r < used && !(key & 1); ++r) {
    struct semtidy_thread *record = &state->threads[r];
    struct semtidy_permits *at = semtidy_permits_at(record, pointer);
    int32_t taken = SEMTIDY_LOAD(at->taken);
    if (SEMTIDY_ACQUIRE(at->object) != pointer)
      continue;
    sum += taken;
    if (taken > 0 && (!found || record == semtidy_me())) {
      found = 1;
      *place = SEMTIDY_LOAD(at->place);
      *tid = SEMTIDY_LOAD(record->tid);
    }
  }
  return sum;
}

/** The semaphore has ended, or a new one begins at its address. */
SEMTIDY_OUTLINE void semtidy_forget_permits(struct semtidy_state *state,
                                            uint64_t key) {
  const volatile void *pointer = semtidy_pointer(key);
  uint32_t used = semtidy_records(state), r;
  for (r = 0; r < used && !(key & 1); ++r) {
    struct semtidy_permits *at =
        semtidy_permits_at(&state->threads[r], pointer);
    if (SEMTIDY_LOAD(at->object) == pointer) {
      SEMTIDY_STORE(at->taken, 0);
      SEMTIDY_RELEASE(at->object, (const volatile void *)0);
    }
  }
}

/** The thread of a record has ended: its counts become the objects'. A close at
    the same time sees too few permits taken rather than too many. */
SEMTIDY_OUTLINE void semtidy_leave_permits(struct semtidy_state *state,
                                           struct semtidy_thread *record,
                                           uint32_t tid) {
  uint32_t i;
  for (i = 0; i < SEMTIDY_PERMITS; ++i) {
    struct semtidy_permits *at = &record->permits[i];
    const volatile void *pointer = SEMTIDY_LOAD(at->object);
    int32_t taken = SEMTIDY_LOAD(at->taken);
    struct semtidy_object *object =
        pointer ? semtidy_find(state, semtidy_address(pointer))
                : (struct semtidy_object *)0;
    if (object && taken < 0)
      SEMTIDY_ADD(object->level, taken);
    SEMTIDY_STORE(at->taken, 0);
    SEMTIDY_RELEASE(at->object, (const volatile void *)0);
    if (object && taken > 0) {
      SEMTIDY_STORE(object->set, SEMTIDY_LOAD(at->place));
      SEMTIDY_STORE(object->set_tid, tid);
      SEMTIDY_ADD(object->level, taken);
    }
  }
}

#endif

/*--- Summary: what a run saw, written as it ends ----------------------------*/

SEMTIDY_OUTLINE void semtidy_log_site(struct semtidy_state *, uint32_t);
SEMTIDY_OUTLINE void semtidy_finish(struct semtidy_state *);
SEMTIDY_OUTLINE int semtidy_looks_set(struct semtidy_state *, uint64_t,
                                      const struct semtidy_object *);

#if SEMTIDY_BODIES

/** A close site that was reached. Written at its first close, in case the
    program dies, and with the counts at exit. */
SEMTIDY_OUTLINE void semtidy_log_site(struct semtidy_state *state,
                                      uint32_t place) {
  struct semtidy_place *at = &state->places[place];
  struct semtidy_text text;
  if (!state->options.json)
    return;
  text.used = 0;
  semtidy_say(&text, "{\"semtidy\":1,\"event\":\"site\"");
  semtidy_json_string(&text, "file", semtidy_string(state, at->file));
  semtidy_json_number(&text, "line", (long)at->line);
  semtidy_json_string(&text, "function", semtidy_string(state, at->function));
  semtidy_json_string(&text, "object", semtidy_string(state, at->object));
  semtidy_json_string(&text, "api", semtidy_string(state, at->api));
  semtidy_json_number(&text, "pid", (long)semtidy_pid());
  semtidy_json_number(&text, "closes", (long)SEMTIDY_LOAD(at->closes));
  semtidy_json_number(&text, "set", (long)SEMTIDY_LOAD(at->set));
  semtidy_say(&text, "}\n");
  semtidy_output(state->options.log_path, text.at, text.used);
}

SEMTIDY_OUTLINE int semtidy_looks_set(struct semtidy_state *state, uint64_t key,
                                      const struct semtidy_object *object) {
  struct semtidy_holding holding;
  uint32_t place, tid;
  uint8_t kind = SEMTIDY_LOAD(object->kind);
  if (kind == SEMTIDY_PERMIT)
    return SEMTIDY_LOAD(object->initial) > 0 &&
           semtidy_taken(state, object, key, &place, &tid) > 0;
  if (kind == SEMTIDY_FLAG)
    return SEMTIDY_LOAD(object->level) > 0;
  semtidy_look(state, semtidy_pointer(key), &holding);
  return kind == SEMTIDY_OWNER && holding.depth > 0;
}

/** The last module leaves. Sets the exit status if something was reported. */
SEMTIDY_OUTLINE void semtidy_finish(struct semtidy_state *state) {
  const struct semtidy_options *options = &state->options;
  uint32_t reports = SEMTIDY_LOAD(state->reports);
  uint32_t suppressed = SEMTIDY_LOAD(state->suppressed);
  uint32_t zero = 0, open = 0, open_set = 0, i;
  struct semtidy_text text;
  if (!options->enable || !SEMTIDY_CAS(state->finished, zero, 1u))
    return;
  for (i = 0; i <= state->object_mask; ++i) {
    uint64_t key = SEMTIDY_ACQUIRE(state->keys[i]);
    if (key > 1 && !SEMTIDY_LOAD(state->objects[i].alias) &&
        SEMTIDY_LOAD(state->objects[i].kind) != SEMTIDY_EVENT) {
      ++open;
      open_set += semtidy_looks_set(state, key, &state->objects[i]) != 0;
    }
  }
  if (options->log_sites > 0) {
    uint32_t places = SEMTIDY_ACQUIRE(state->places_used);
    for (i = 2; i < places && i < (uint32_t)options->max_places; ++i)
      if (SEMTIDY_LOAD(state->places[i].closes))
        semtidy_log_site(state, i);
    text.used = 0;
    semtidy_say(&text, "{\"semtidy\":1,\"event\":\"summary\"");
    semtidy_json_number(&text, "pid", (long)semtidy_pid());
    semtidy_json_number(&text, "closes", (long)SEMTIDY_LOAD(state->closes));
    semtidy_json_number(&text, "set", (long)SEMTIDY_LOAD(state->closes_set));
    semtidy_json_number(&text, "reports", (long)reports);
    semtidy_json_number(&text, "suppressed", (long)suppressed);
    semtidy_json_number(&text, "cleared_unseen",
                        (long)SEMTIDY_LOAD(state->unseen));
    semtidy_json_number(&text, "never_closed", (long)open);
    semtidy_json_number(&text, "never_closed_set", (long)open_set);
    semtidy_json_number(&text, "created",
                        (long)SEMTIDY_LOAD(state->objects_made));
    semtidy_say(&text, "}\n");
    if (options->json)
      semtidy_output(options->log_path, text.at, text.used);
  }
  text.used = 0;
  if (options->print_summary > 1 || (options->print_summary && reports)) {
    semtidy_say(&text, "SUMMARY: SemTidy: closes seen: ");
    semtidy_say_number(&text, (long)SEMTIDY_LOAD(state->closes));
    semtidy_say(&text, ", of a set semaphore: ");
    semtidy_say_number(&text, (long)SEMTIDY_LOAD(state->closes_set));
    semtidy_say(&text, ", reported: ");
    semtidy_say_number(&text, (long)reports);
    semtidy_say(&text, "; never closed: ");
    semtidy_say_number(&text, (long)open);
    semtidy_say(&text, ", of them set: ");
    semtidy_say_number(&text, (long)open_set);
    semtidy_say(&text, "\n");
  }
  if (options->print_suppressions && suppressed) {
    semtidy_say(&text, "SemTidy: reports suppressed: ");
    semtidy_say_number(&text, (long)suppressed);
    semtidy_say(&text, "\n");
  }
  if (text.used)
    semtidy_output(options->log_path, text.at, text.used);
  if (options->verbosity > 0) {
    text.used = 0;
    semtidy_say(&text, "semtidy: tables used: threads ");
    semtidy_say_number(&text, (long)semtidy_records(state));
    semtidy_say(&text, " of ");
    semtidy_say_number(&text, options->max_threads);
    semtidy_say(&text, ", places ");
    semtidy_say_number(&text, (long)SEMTIDY_LOAD(state->places_used));
    semtidy_say(&text, " of ");
    semtidy_say_number(&text, options->max_places);
    semtidy_say(&text, ", bytes of strings ");
    semtidy_say_number(&text, (long)SEMTIDY_LOAD(state->strings_used));
    semtidy_say(&text, " of ");
    semtidy_say_number(&text, (long)SEMTIDY_STRINGS);
    semtidy_say(&text, "\n");
    semtidy_output("2", text.at, text.used);
  }
  if (reports && options->exitcode)
    semtidy_leave(options->exitcode, 0);
}

#endif

/*--- Report: one close while set --------------------------------------------*/

#define SEMTIDY_CHECK "semaphore-close-while-set"

/* What ended the object. */
enum { SEMTIDY_BY_CLOSE, SEMTIDY_BY_FREE, SEMTIDY_BY_SCOPE, SEMTIDY_BY_REINIT };

SEMTIDY_OUTLINE void semtidy_tell(struct semtidy_state *,
                                  const struct semtidy_close *, int, uint32_t,
                                  const struct semtidy_family *, int, long,
                                  int);
SEMTIDY_OUTLINE int semtidy_is_new_pair(struct semtidy_state *, uint32_t,
                                        uint32_t);
SEMTIDY_OUTLINE void semtidy_say_place(struct semtidy_text *,
                                       struct semtidy_state *, const char *,
                                       unsigned, const char *);
SEMTIDY_OUTLINE void semtidy_say_message(struct semtidy_text *, int,
                                         const char *);
SEMTIDY_OUTLINE void semtidy_say_report(struct semtidy_text *,
                                        struct semtidy_state *,
                                        const struct semtidy_report *,
                                        const struct semtidy_close *, int,
                                        const struct semtidy_family *, int);
SEMTIDY_OUTLINE void semtidy_json_place(struct semtidy_text *,
                                        struct semtidy_state *, const char *,
                                        uint32_t, uint32_t);
SEMTIDY_OUTLINE void semtidy_json_report(struct semtidy_text *,
                                         struct semtidy_state *,
                                         const struct semtidy_report *,
                                         const struct semtidy_close *, int);

#if SEMTIDY_BODIES

/** Whether this creation and this close were not reported together yet. */
SEMTIDY_OUTLINE int semtidy_is_new_pair(struct semtidy_state *state,
                                        uint32_t created, uint32_t closed) {
  uint64_t pair = (uint64_t)created << 32 | closed;
  uint32_t at = (created * 31 + closed) % SEMTIDY_PAIRS, i;
  for (i = 0; i < 64; ++i, at = (at + 1) % SEMTIDY_PAIRS) {
    uint64_t here = 0;
    if (SEMTIDY_CAS(state->pairs[at], here, pair))
      return 1;
    if (here == pair)
      return 0;
  }
  return 1;
}

SEMTIDY_OUTLINE void semtidy_say_place(struct semtidy_text *text,
                                       struct semtidy_state *state,
                                       const char *file, unsigned line,
                                       const char *kind) {
  const char *prefix = state->options.strip_path_prefix;
  uint32_t i = 0;
  while (prefix[i] && prefix[i] == file[i])
    ++i;
  semtidy_say(text, semtidy_tail(prefix[i] ? file : file + i));
  semtidy_say(text, ":");
  semtidy_say_number(text, (long)line);
  semtidy_say(text, kind);
}

SEMTIDY_OUTLINE void semtidy_say_message(struct semtidy_text *text, int by,
                                         const char *object) {
  semtidy_say(text, by == SEMTIDY_BY_CLOSE    ? "closing semaphore '"
                    : by == SEMTIDY_BY_FREE   ? "freeing semaphore '"
                    : by == SEMTIDY_BY_REINIT ? "re-initialising semaphore '"
                                              : "semaphore '");
  semtidy_say(text, object);
  semtidy_say(text, by == SEMTIDY_BY_SCOPE
                        ? "' goes out of scope while it is still set"
                        : "' while it is still set");
}

/** The report as the check would print it, with what only a run can know. */
SEMTIDY_OUTLINE void semtidy_say_report(struct semtidy_text *text,
                                        struct semtidy_state *state,
                                        const struct semtidy_report *report,
                                        const struct semtidy_close *c, int by,
                                        const struct semtidy_family *family,
                                        int busy) {
  semtidy_say_place(text, state, report->file, report->line, ": warning: ");
  semtidy_say_message(text, by, report->object);
  semtidy_say(text, "; confirmed ERROR_SEM_IS_SET (102) [" SEMTIDY_CHECK "]\n");
  if (report->created_line) {
    semtidy_say_place(text, state, report->created_file, report->created_line,
                      ": note: semaphore created here");
    if (c->owned)
      semtidy_say(text, ", owned by its creator");
    if (c->kind == SEMTIDY_PERMIT) {
      semtidy_say(text, " with an initial count of ");
      semtidy_say_number(text, c->initial);
    }
    semtidy_say(text, "\n");
  }
  if (report->set_line) {
    semtidy_say_place(text, state, report->set_file, report->set_line,
                      ": note: set here, by thread ");
    semtidy_say_number(text, (long)report->set_thread);
    if (report->permits_taken > 0) {
      semtidy_say(text, "; permits taken: ");
      semtidy_say_number(text, report->permits_taken);
    } else if (report->readers > 1) {
      semtidy_say(text, "; readers: ");
      semtidy_say_number(text, (long)report->readers);
    } else if (report->depth > 1) {
      semtidy_say(text, "; depth ");
      semtidy_say_number(text, (long)report->depth);
    }
    semtidy_say(text, "\n");
  } else if (!c->set) {
    semtidy_say_place(text, state, report->file, report->line,
                      ": note: set by code that was built without confirm.h\n");
  }
  semtidy_say_place(text, state, report->file, report->line, ": note: ");
  if (by == SEMTIDY_BY_CLOSE && family) {
    semtidy_say(text, family->when_set);
    semtidy_say(text, "; ");
  }
  if (by != SEMTIDY_BY_CLOSE)
    semtidy_say(text, "what clears it later works on memory that is no "
                      "semaphore any more; ");
  semtidy_say(text, report->api[0] ? report->api : "the end of its storage");
  if (report->has_result) {
    semtidy_say(text, " returned ");
    semtidy_say_number(text, report->returned);
    if (busy && family && family->busy[0]) {
      semtidy_say(text, " (");
      semtidy_say(text, family->busy);
      semtidy_say(text, ")");
    }
  } else {
    semtidy_say(text, " has no result");
  }
  if (report->waiters) {
    semtidy_say(text, "; threads that wait for it: ");
    semtidy_say_number(text, (long)report->waiters);
  }
  semtidy_say(text, "\n");
}

SEMTIDY_OUTLINE void semtidy_json_place(struct semtidy_text *text,
                                        struct semtidy_state *state,
                                        const char *key, uint32_t place,
                                        uint32_t thread) {
  struct semtidy_place *at = &state->places[place];
  semtidy_say(text, ",\"");
  semtidy_say(text, key);
  if (!at->line) {
    semtidy_say(text, "\":null");
    return;
  }
  semtidy_say(text, "\":{\"line\":");
  semtidy_say_number(text, (long)at->line);
  semtidy_json_string(text, "file", semtidy_string(state, at->file));
  semtidy_json_string(text, "function", semtidy_string(state, at->function));
  semtidy_json_string(text, "api", semtidy_string(state, at->api));
  semtidy_json_number(text, "thread", (long)thread);
  semtidy_say(text, "}");
}

SEMTIDY_OUTLINE void semtidy_json_report(struct semtidy_text *text,
                                         struct semtidy_state *state,
                                         const struct semtidy_report *report,
                                         const struct semtidy_close *c,
                                         int by) {
  static const char *const what[] = {"close", "free", "scope", "reinit"};
  semtidy_say(text, "{\"semtidy\":1,\"event\":\"close-while-set\"");
  semtidy_json_string(text, "check", SEMTIDY_CHECK);
  semtidy_json_string(text, "label", "ERROR_SEM_IS_SET");
  semtidy_json_number(text, "code", 102);
  semtidy_json_string(text, "by", what[by]);
  semtidy_json_string(text, "object", report->object);
  semtidy_json_string(text, "family", report->family);
  semtidy_json_string(text, "api", report->api);
  semtidy_json_string(text, "file", report->file);
  semtidy_json_number(text, "line", (long)report->line);
  semtidy_json_string(text, "function", report->function);
  semtidy_json_number(text, "pid", (long)semtidy_pid());
  semtidy_json_number(text, "thread", (long)semtidy_tid());
  semtidy_say(text, ",\"address\":\"");
  semtidy_say_hex(text, semtidy_address(report->address));
  semtidy_say(text, "\",\"returned\":");
  if (report->has_result)
    semtidy_say_number(text, report->returned);
  else
    semtidy_say(text, "null");
  semtidy_say(text, c->set ? ",\"table\":{\"set\":true"
                           : ",\"table\":{\"set\":false");
  semtidy_json_number(text, "depth", (long)report->depth);
  semtidy_json_number(text, "readers", (long)report->readers);
  semtidy_json_number(text, "permits_taken", report->permits_taken);
  semtidy_json_number(text, "initial", report->initial);
  semtidy_json_number(text, "waiters", (long)report->waiters);
  semtidy_say(text, c->probe < 0    ? ",\"asked\":null}"
                    : c->probe == 0 ? ",\"asked\":false}"
                                    : ",\"asked\":true}");
  semtidy_json_place(text, state, "created", c->created, c->created_tid);
  semtidy_json_place(text, state, "set", c->set_place, c->set_tid);
  semtidy_say(text, "}\n");
}

/** Writes the report, unless it was written before or is suppressed. */
SEMTIDY_OUTLINE void semtidy_tell(struct semtidy_state *state,
                                  const struct semtidy_close *c, int by,
                                  uint32_t at,
                                  const struct semtidy_family *family,
                                  int has_result, long returned, int busy) {
  struct semtidy_report report;
  struct semtidy_text text;
  /* Where the end has no line of its own, the set has. */
  struct semtidy_place *set = &state->places[c->set_place];
  struct semtidy_place *created = &state->places[c->created];
  struct semtidy_place *here =
      state->places[at].line ? &state->places[at] : set;
  const char *object = semtidy_string(
      state, here->object || !created->object ? here->object : created->object);
  if (!state->options.report_all &&
      !semtidy_is_new_pair(state, c->created ? c->created : c->set_place,
                           at > SEMTIDY_SOMEWHERE ? at : c->set_place))
    return;
  if (by != SEMTIDY_BY_CLOSE) {
    object =
        semtidy_string(state, created->object ? created->object : set->object);
  }
  report.file = semtidy_string(state, here->file);
  report.line = here->line;
  report.function = semtidy_string(state, here->function);
  report.object = object;
  report.api = semtidy_string(state, state->places[at].api);
  report.family = family ? family->name : "";
  report.created_file = semtidy_string(state, created->file);
  report.created_line = created->line;
  report.set_file = semtidy_string(state, set->file);
  report.set_line = set->line;
  report.set_function = semtidy_string(state, set->function);
  report.set_thread = c->set_tid;
  report.depth = c->kind == SEMTIDY_PERMIT ? 0 : c->depth;
  report.permits_taken = c->kind == SEMTIDY_PERMIT ? (int)c->depth : 0;
  report.initial = c->kind == SEMTIDY_PERMIT ? c->initial : 0;
  report.readers = c->readers;
  report.waiters = c->waiters;
  report.address = semtidy_pointer(c->key & 1 ? c->key >> 1 : c->key);
  report.returned = returned;
  report.has_result = has_result;
  text.used = 0;
  semtidy_say_message(&text, by, object);
  text.at[text.used] = '\0';
  report.message = text.at;
  if (semtidy_suppresses(state, &report)) {
    SEMTIDY_ADD(state->suppressed, 1u);
    return;
  }
  SEMTIDY_ADD(state->reports, 1u);
  {
    semtidy_handler handler = SEMTIDY_ACQUIRE(state->handler);
    if (handler && handler(&report, state->handler_context))
      return;
  }
  text.used = 0;
  if (state->options.text)
    semtidy_say_report(&text, state, &report, c, by, family, busy);
  if (state->options.json)
    semtidy_json_report(&text, state, &report, c, by);
  semtidy_output(state->options.log_path, text.at, text.used);
  if (state->options.halt_on_error)
    semtidy_leave(state->options.exitcode ? state->options.exitcode : 66,
                  state->options.abort_on_error);
}

#endif

/*--- Events: create, set, clear, close --------------------------------------*/

SEMTIDY_OUTLINE struct semtidy_state *semtidy_active(void);
SEMTIDY_OUTLINE void semtidy_born(uint64_t, int, int, int, int, int,
                                  const struct semtidy_family *,
                                  struct semtidy_site *, const char *);
SEMTIDY_OUTLINE void semtidy_born_at(uint64_t, int, int, int, int, int,
                                     const struct semtidy_family *, uint32_t);
SEMTIDY_OUTLINE void semtidy_opened(uint64_t, int,
                                    const struct semtidy_family *,
                                    struct semtidy_site *, const char *);
SEMTIDY_OUTLINE void semtidy_duplicated(uint64_t, uint64_t);
SEMTIDY_OUTLINE void semtidy_take_at(uint64_t, int, uint32_t);
SEMTIDY_OUTLINE void semtidy_take_back(uint64_t, long, int,
                                       struct semtidy_site *, const char *);
SEMTIDY_OUTLINE void semtidy_named(uint64_t, int, const struct semtidy_family *,
                                   struct semtidy_site *, const char *);
SEMTIDY_OUTLINE void semtidy_take_array(const uint64_t *, uint32_t, uint32_t,
                                        struct semtidy_site *, const char *);
SEMTIDY_OUTLINE void semtidy_close_begin(struct semtidy_close *, uint64_t);
SEMTIDY_OUTLINE void semtidy_close_end(struct semtidy_close *, int, long, int,
                                       int, int, const struct semtidy_family *,
                                       struct semtidy_site *, const char *);
SEMTIDY_OUTLINE void semtidy_close_end_at(struct semtidy_close *, int, long,
                                          int, int, int, int,
                                          const struct semtidy_family *,
                                          uint32_t);

#if SEMTIDY_BODIES

SEMTIDY_OUTLINE struct semtidy_state *semtidy_active(void) {
  struct semtidy_state *state = semtidy_attach();
  return state && state->options.enable ? state : (struct semtidy_state *)0;
}

/** An object came into being. One that was known and set has ended without a
    close: it was initialised again, or its memory is used again. */
SEMTIDY_OUTLINE void semtidy_born_at(uint64_t key, int kind, int probe,
                                     int recursive, int owned, int initial,
                                     const struct semtidy_family *family,
                                     uint32_t place) {
  struct semtidy_state *state = semtidy_active();
  struct semtidy_object *object;
  struct semtidy_close before;
  if (!state)
    return;
  semtidy_close_begin(&before, key);
  if (before.set && !(key & 1))
    semtidy_tell(state, &before, SEMTIDY_BY_REINIT, place, family, 0, 0, 0);
  if (before.set)
    semtidy_forget(state, semtidy_pointer(key));
  object = semtidy_add(state, key);
  SEMTIDY_ADD(state->objects_made, 1u);
  if (kind == SEMTIDY_PERMIT)
    semtidy_forget_permits(state, key);
  if (object) {
    SEMTIDY_STORE(object->alias, (uint64_t)0);
    SEMTIDY_STORE(object->initial, (int32_t)initial);
    SEMTIDY_STORE(object->level, kind == SEMTIDY_FLAG ? (int32_t)owned : 0);
    SEMTIDY_STORE(object->opens, 1u);
    SEMTIDY_STORE(object->created, place);
    SEMTIDY_STORE(object->created_tid, SEMTIDY_LOAD(semtidy_me()->tid));
    SEMTIDY_STORE(object->set, owned ? place : 0u);
    SEMTIDY_STORE(object->set_tid, SEMTIDY_LOAD(object->created_tid));
    SEMTIDY_STORE(object->kind, (uint8_t)kind);
    SEMTIDY_STORE(object->recursive, (uint8_t)recursive);
    SEMTIDY_STORE(object->owned, (uint8_t)owned);
    SEMTIDY_STORE(object->probe, (uint8_t)probe);
  }
  semtidy_trace("create", semtidy_pointer(key), place);
  if (owned && kind == SEMTIDY_OWNER) {
    struct semtidy_thread *me = semtidy_me();
    semtidy_push_slow(semtidy_pointer(key), SEMTIDY_PROBE(probe), place, me);
  }
}

SEMTIDY_OUTLINE void semtidy_born(uint64_t key, int kind, int probe,
                                  int recursive, int owned, int initial,
                                  const struct semtidy_family *family,
                                  struct semtidy_site *site,
                                  const char *function) {
  semtidy_born_at(key, kind, probe, recursive, owned, initial, family,
                  semtidy_at(site, function));
}

/** Another handle to an object that somebody else may have made. */
SEMTIDY_OUTLINE void semtidy_opened(uint64_t key, int kind,
                                    const struct semtidy_family *family,
                                    struct semtidy_site *site,
                                    const char *function) {
  struct semtidy_state *state = semtidy_active();
  struct semtidy_object *object =
      state ? semtidy_find(state, key) : (struct semtidy_object *)0;
  if (object)
    SEMTIDY_ADD(object->opens, 1u);
  else if (state)
    semtidy_born(key, kind, SEMTIDY_PROBE_NONE, 1, 0, -1, family, site,
                 function);
}

/** A second handle to the object of the first. */
SEMTIDY_OUTLINE void semtidy_duplicated(uint64_t from, uint64_t to) {
  struct semtidy_state *state = semtidy_active();
  struct semtidy_object *object, *other;
  object = state ? semtidy_resolve(state, &from) : (struct semtidy_object *)0;
  other = object ? semtidy_add(state, to) : (struct semtidy_object *)0;
  if (!other || other == object)
    return;
  SEMTIDY_ADD(object->opens, 1u);
  SEMTIDY_STORE(other->alias, from);
  SEMTIDY_STORE(other->level, 0);
  SEMTIDY_STORE(other->initial, -1);
  SEMTIDY_STORE(other->kind, (uint8_t)SEMTIDY_EVENT);
}

/** A handle was acquired, or a flag set; what that means depends on what was
    created. `request` counts, a plain set of a flag does not. */
SEMTIDY_OUTLINE void semtidy_take_at(uint64_t key, int request,
                                     uint32_t place) {
  struct semtidy_state *state = semtidy_active();
  struct semtidy_object *object;
  uint8_t kind;
  if (!state)
    return;
  object = semtidy_resolve(state, &key);
  if (!object)
    return;
  kind = SEMTIDY_LOAD(object->kind);
  if (kind == SEMTIDY_OWNER) {
    semtidy_push_at(semtidy_pointer(key), 0, place);
    return;
  }
  if (kind == SEMTIDY_EVENT)
    return;
  if (kind == SEMTIDY_PERMIT) {
    semtidy_count_permits(state, object, key, 1, place);
  } else {
    SEMTIDY_STORE(object->set, place);
    SEMTIDY_STORE(object->set_tid, SEMTIDY_LOAD(semtidy_me()->tid));
    if (request && SEMTIDY_LOAD(object->recursive))
      SEMTIDY_ADD(object->level, 1);
    else if (SEMTIDY_LOAD(object->level) < 1)
      SEMTIDY_STORE(object->level, 1);
  }
  if (state->options.trace)
    semtidy_trace("set", semtidy_pointer(key), place);
}

SEMTIDY_OUTLINE void semtidy_take(uint64_t key, int request,
                                  struct semtidy_site *site,
                                  const char *function) {
  semtidy_take_at(key, request, semtidy_at(site, function));
}

/** Several handles were acquired: one of them, or all (`which` = count). */
SEMTIDY_OUTLINE void semtidy_take_array(const uint64_t *keys, uint32_t count,
                                        uint32_t which,
                                        struct semtidy_site *site,
                                        const char *function) {
  uint32_t i;
  for (i = 0; i < count; ++i)
    if (which == count || which == i)
      semtidy_take(keys[i], 1, site, function);
}

/** Before a clear. Returns what semtidy_take_back needs if the clear fails: 1
    for an owner's lock, 2 for a count, 0 for nothing. */
SEMTIDY_OUTLINE int semtidy_give(uint64_t key, long count,
                                 struct semtidy_site *site,
                                 const char *function) {
  struct semtidy_state *state = semtidy_active();
  struct semtidy_object *object;
  uint8_t kind;
  if (!state)
    return 0;
  object = semtidy_resolve(state, &key);
  if (!object)
    return 0;
  kind = SEMTIDY_LOAD(object->kind);
  if (kind == SEMTIDY_OWNER)
    return semtidy_pop(semtidy_pointer(key), site, function) != 0;
  if (kind == SEMTIDY_EVENT)
    return 0;
  if (state->options.trace)
    semtidy_trace("clear", semtidy_pointer(key), semtidy_at(site, function));
  if (kind == SEMTIDY_PERMIT)
    return semtidy_count_permits(state, object, key, (int32_t)-count, 0);
  if (SEMTIDY_LOAD(object->level) > 0) {
    if (SEMTIDY_LOAD(object->recursive))
      SEMTIDY_ADD(object->level, -1);
    else
      SEMTIDY_STORE(object->level, 0);
    return 2;
  }
  return 0;
}

/** The clear failed: what it took away is there again. */
SEMTIDY_OUTLINE void semtidy_take_back(uint64_t key, long count, int given,
                                       struct semtidy_site *site,
                                       const char *function) {
  struct semtidy_state *state = semtidy_active();
  struct semtidy_object *object =
      state ? semtidy_resolve(state, &key) : (struct semtidy_object *)0;
  if (given == 1)
    semtidy_take(key, 1, site, function);
  else if (object && SEMTIDY_LOAD(object->kind) == SEMTIDY_PERMIT)
    semtidy_count_permits(state, object, key, (int32_t)count, 0);
  else if (object)
    SEMTIDY_ADD(object->level, (int32_t)count);
}

/** A named POSIX semaphore was opened; -1 permits: it existed before. */
SEMTIDY_OUTLINE void semtidy_named(uint64_t key, int initial,
                                   const struct semtidy_family *family,
                                   struct semtidy_site *site,
                                   const char *function) {
  struct semtidy_state *state = semtidy_active();
  struct semtidy_object *object =
      state ? semtidy_find(state, key) : (struct semtidy_object *)0;
  if (object)
    SEMTIDY_ADD(object->opens, 1u);
  else if (state)
    semtidy_born(key, SEMTIDY_PERMIT, SEMTIDY_PROBE_NONE, 0, 0, initial, family,
                 site, function);
}

/** Before a close: what the table sees. */
SEMTIDY_OUTLINE void semtidy_close_begin(struct semtidy_close *c,
                                         uint64_t key) {
  struct semtidy_state *state = semtidy_active();
  struct semtidy_object *object;
  struct semtidy_holding holding;
  c->key = key;
  c->set = c->known = c->created = c->depth = c->readers = c->waiters = 0;
  c->others = c->set_place = c->set_tid = c->created_tid = 0;
  c->initial = 0;
  c->kind = SEMTIDY_OWNER;
  c->owned = 0;
  c->probe = -1;
  if (!state)
    return;
  object = semtidy_resolve(state, &key);
  if (object) {
    c->known = 1;
    c->created = SEMTIDY_LOAD(object->created);
    c->created_tid = SEMTIDY_LOAD(object->created_tid);
    c->initial = SEMTIDY_LOAD(object->initial);
    c->kind = SEMTIDY_LOAD(object->kind);
    c->owned = SEMTIDY_LOAD(object->owned);
    c->others = SEMTIDY_LOAD(object->opens) - 1;
    if (c->kind == SEMTIDY_PERMIT || c->kind == SEMTIDY_FLAG) {
      int32_t level = SEMTIDY_LOAD(object->level);
      c->set_place = SEMTIDY_LOAD(object->set);
      c->set_tid = SEMTIDY_LOAD(object->set_tid);
      if (c->kind == SEMTIDY_PERMIT)
        level = semtidy_taken(state, object, key, &c->set_place, &c->set_tid);
      c->depth = level > 0 ? (uint32_t)level : 0;
      c->set = level > 0 && (c->kind == SEMTIDY_FLAG || c->initial > 0);
    }
  }
  semtidy_look(state, semtidy_pointer(key), &holding);
  c->waiters = holding.waiters;
  if (c->kind == SEMTIDY_OWNER) {
    c->depth = holding.depth;
    c->readers = holding.readers;
    c->set = holding.depth > 0;
    c->set_place = holding.place;
    c->set_tid = holding.tid;
  }
}

/** After a close. `succeeded`: the object is gone. `busy`: the API said that
    it is set. `trusted`: whatever else it returned says that it is not. */
SEMTIDY_OUTLINE void
semtidy_close_end_at(struct semtidy_close *c, int has_result, long returned,
                     int succeeded, int busy, int trusted, int by,
                     const struct semtidy_family *family, uint32_t place) {
  struct semtidy_state *state = semtidy_active();
  struct semtidy_object *object;
  uint64_t canonical;
  int set;
  if (!state)
    return;
  if (trusted)
    set = busy;
  else if (busy)
    set = c->set || c->probe == 1;
  else
    set = c->set && c->probe != 0 && !c->others;
  if (c->set && !set && !c->others)
    SEMTIDY_ADD(state->unseen, 1u);
  if (state->options.trace)
    semtidy_trace("close", semtidy_pointer(c->key & 1 ? c->key >> 1 : c->key),
                  place);
  SEMTIDY_ADD(state->closes, 1u);
  if (set) {
    SEMTIDY_ADD(state->closes_set, 1u);
    SEMTIDY_ADD(state->places[place].set, 1u);
  }
  if (SEMTIDY_ADD(state->places[place].closes, 1u) == 0 &&
      state->options.log_sites > 0)
    semtidy_log_site(state, place);
  if (succeeded) {
    canonical = c->key;
    object = semtidy_resolve(state, &canonical);
    if (canonical != c->key)
      semtidy_remove(state, c->key);
    if (object && SEMTIDY_LOAD(object->opens) > 1) {
      SEMTIDY_ADD(object->opens, (uint32_t)-1);
    } else {
      semtidy_remove(state, canonical);
      if (c->kind == SEMTIDY_PERMIT)
        semtidy_forget_permits(state, canonical);
      if (c->kind == SEMTIDY_OWNER && c->depth)
        semtidy_forget(state, semtidy_pointer(canonical));
    }
  }
  if (set)
    semtidy_tell(state, c, by, place, family, has_result, returned, busy);
}

SEMTIDY_OUTLINE void semtidy_close_end(struct semtidy_close *c, int has_result,
                                       long returned, int succeeded, int busy,
                                       int trusted,
                                       const struct semtidy_family *family,
                                       struct semtidy_site *site,
                                       const char *function) {
  int saved = errno;
  semtidy_close_end_at(c, has_result, returned, succeeded, busy, trusted,
                       SEMTIDY_BY_CLOSE, family, semtidy_at(site, function));
  errno = saved;
}

#endif

/*--- Life: modules come and go, processes fork ------------------------------*/

SEMTIDY_OUTLINE void semtidy_module_enter(void);
SEMTIDY_OUTLINE void semtidy_module_leave(void);
SEMTIDY_OUTLINE void semtidy_before_fork(void);
SEMTIDY_OUTLINE void semtidy_in_child(void);
SEMTIDY_OUTLINE void semtidy_set_handler(semtidy_handler, void *);

#if SEMTIDY_BODIES

/** Called for each object file; the first in a module counts the module. */
SEMTIDY_OUTLINE void semtidy_module_enter(void) {
  struct semtidy_state *state;
  if (SEMTIDY_ADD(semtidy_object_files, 1u))
    return;
  state = semtidy_attach();
  if (!state)
    return;
  SEMTIDY_ADD(state->modules, 1u);
#if !defined(_WIN32)
  {
    extern int semtidy_libc_atfork(void (*)(void), void (*)(void),
                                   void (*)(void))
        SEMTIDY_LIBC("pthread_atfork");
    (void)semtidy_libc_atfork(semtidy_before_fork, (void (*)(void))0,
                              semtidy_in_child);
  }
#endif
}

SEMTIDY_OUTLINE void semtidy_module_leave(void) {
  struct semtidy_state *state = SEMTIDY_ACQUIRE(semtidy_state_);
  if (SEMTIDY_ADD(semtidy_object_files, (uint32_t)-1) != 1 || !state)
    return;
  if (SEMTIDY_ADD(state->modules, (uint32_t)-1) == 1)
    semtidy_finish(state);
}

SEMTIDY_OUTLINE void semtidy_before_fork(void) { (void)semtidy_me(); }

/** The child has one thread and its own counts. What other threads of the
    parent held stays held. */
SEMTIDY_OUTLINE void semtidy_in_child(void) {
  struct semtidy_state *state = SEMTIDY_ACQUIRE(semtidy_state_);
  struct semtidy_thread *me = semtidy_me();
  uint32_t pid = semtidy_pid(), used, places, i, size = 0;
  char *path;
  if (!state || SEMTIDY_LOAD(state->pid) == pid)
    return;
  SEMTIDY_STORE(state->pid, pid);
  used = semtidy_records(state);
  for (i = 0; i < used; ++i) {
    SEMTIDY_STORE(state->threads[i].waiting, (const volatile void *)0);
    SEMTIDY_STORE(state->threads[i].tid,
                  &state->threads[i] == me ? semtidy_tid() : 0u);
  }
  places = SEMTIDY_LOAD(state->places_used);
  for (i = 0; i < places && i < (uint32_t)state->options.max_places; ++i) {
    SEMTIDY_STORE(state->places[i].closes, 0u);
    SEMTIDY_STORE(state->places[i].set, 0u);
  }
  SEMTIDY_STORE(state->closes, 0u);
  SEMTIDY_STORE(state->closes_set, 0u);
  SEMTIDY_STORE(state->reports, 0u);
  SEMTIDY_STORE(state->suppressed, 0u);
  SEMTIDY_STORE(state->unseen, 0u);
  SEMTIDY_STORE(state->objects_made, 0u);
  path = state->options.log_path;
  if (path[0] == '/') { /* another process, another log */
    struct semtidy_text text;
    while (path[size])
      ++size;
    while (size && path[size - 1] != '.')
      --size;
    text.used = 0;
    semtidy_say_number(&text, (long)pid);
    for (i = 0; i < text.used && size + 1 < sizeof state->options.log_path; ++i)
      path[size++] = text.at[i];
    path[size] = '\0';
    semtidy_log_run(state);
  }
}

/** The program's own way to take reports. A handler that returns other than 0
    keeps the report from being written. */
SEMTIDY_OUTLINE void semtidy_set_handler(semtidy_handler handler,
                                         void *context) {
  struct semtidy_state *state = semtidy_attach();
  if (!state)
    return;
  state->handler_context = context;
  SEMTIDY_RELEASE(state->handler, handler);
}

#endif

#if !defined(SEMTIDY_CONFIRM_EXTERN) || defined(SEMTIDY_CONFIRM_IMPLEMENTATION)
static __attribute__((constructor(101), unused)) void semtidy_enter_file(void) {
  semtidy_module_enter();
}
static __attribute__((destructor(101), unused)) void semtidy_leave_file(void) {
  semtidy_module_leave();
}
#endif

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

SEMTIDY_C_END

/*--- Call sites -------------------------------------------------------------*/

/* The last two arguments of every wrapper: the call site and its function. */
#if defined(__cplusplus)
#define SEMTIDY_HERE(api, arg, args)                                       \
  []() -> struct semtidy_site * {                                          \
    static struct semtidy_site semtidy_site_ = {0u,  __LINE__, __FILE__,   \
                                                api, args,     arg};       \
    return &semtidy_site_;                                                 \
  }(),                                                                     \
      __builtin_FUNCTION()
#else
#define SEMTIDY_HERE(api, arg, args)                                       \
  __extension__({                                                          \
    static struct semtidy_site semtidy_site_ = {0u,  __LINE__, __FILE__,   \
                                                api, args,     arg};       \
    &semtidy_site_;                                                        \
  }),                                                                      \
      __builtin_FUNCTION()
#endif

/* C89 has no variable arguments in macros. There, an argument with a comma
   outside of parentheses does not work, and sem_open is not wrapped. */
#if defined(__cplusplus) || \
    (defined(__STDC_VERSION__) && __STDC_VERSION__ >= 199901L)
#define SEMTIDY_VARIADIC 1
#else
#define SEMTIDY_VARIADIC 0
#endif

#endif /* SEMTIDY_CONFIRM_H */

/* The rest may be read again: it wraps the functions that were declared since. */
#if SEMTIDY_CONFIRM_ACTIVE

/*--- Wrappers, from the models ----------------------------------------------*/

#undef SEMTIDY_V_CSEM_PRIVATE
#if defined(CSEM_PRIVATE)
#define SEMTIDY_V_CSEM_PRIVATE CSEM_PRIVATE
#else
#define SEMTIDY_V_CSEM_PRIVATE 0
#endif
#undef SEMTIDY_V_EBUSY
#if defined(EBUSY)
#define SEMTIDY_V_EBUSY EBUSY
#else
#define SEMTIDY_V_EBUSY 16
#endif
#undef SEMTIDY_V_EOWNERDEAD
#if defined(EOWNERDEAD)
#define SEMTIDY_V_EOWNERDEAD EOWNERDEAD
#else
#define SEMTIDY_V_EOWNERDEAD 130
#endif
#undef SEMTIDY_V_ERROR_SEM_BUSY
#if defined(ERROR_SEM_BUSY)
#define SEMTIDY_V_ERROR_SEM_BUSY ERROR_SEM_BUSY
#else
#define SEMTIDY_V_ERROR_SEM_BUSY 301
#endif
#undef SEMTIDY_V_ERROR_SEM_IS_SET
#if defined(ERROR_SEM_IS_SET)
#define SEMTIDY_V_ERROR_SEM_IS_SET ERROR_SEM_IS_SET
#else
#define SEMTIDY_V_ERROR_SEM_IS_SET 102
#endif

#if (!defined(_WIN32)) && !defined(SEMTIDY_SHIMS_posix)
#define SEMTIDY_SHIMS_posix 1

static const struct semtidy_family
    semtidy_family_pthread_mutex
    __attribute__((unused)) = {
        "pthread-mutex",
        "pthread_mutex_destroy on a locked mutex is undefined; glibc and bionic return EBUSY (16)",
        "EBUSY"};

static const struct semtidy_family
    semtidy_family_pthread_rwlock
    __attribute__((unused)) = {
        "pthread-rwlock",
        "pthread_rwlock_destroy on a held lock is undefined; glibc returns 0 and says nothing, bionic returns EBUSY (16)",
        "EBUSY"};

static const struct semtidy_family
    semtidy_family_posix_sem
    __attribute__((unused)) = {
        "posix-sem",
        "the permit that was taken is lost: a thread that still waits for it hangs, and if the semaphore has a name, it stays one short for every process",
        "EBUSY"};

static const struct semtidy_family
    semtidy_family_pthread_spin
    __attribute__((unused)) = {
        "pthread-spin",
        "pthread_spin_destroy on a held lock is undefined; glibc returns 0 and says nothing, bionic returns EBUSY (16)",
        "EBUSY"};

SEMTIDY_LIKE(pthread_mutex_init)
SEMTIDY_INLINE int semtidy_shim_pthread_mutex_init(pthread_mutex_t *a0, const pthread_mutexattr_t *a1, struct semtidy_site *site, const char *function) {
  int rc;
  rc = pthread_mutex_init(a0, a1);
  if (rc == 0)
    semtidy_born(semtidy_address(a0), SEMTIDY_OWNER, SEMTIDY_PROBE_MUTEX, 0,
        0, 0, &semtidy_family_pthread_mutex, site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_mutex_lock)
SEMTIDY_INLINE int semtidy_shim_pthread_mutex_lock(pthread_mutex_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(a0);
  rc = pthread_mutex_lock(a0);
  semtidy_wait_end();
  if (rc == 0 || rc == SEMTIDY_V_EOWNERDEAD)
    semtidy_push(a0, SEMTIDY_PROBE(SEMTIDY_PROBE_MUTEX), site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_mutex_trylock)
SEMTIDY_INLINE int semtidy_shim_pthread_mutex_trylock(pthread_mutex_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  rc = pthread_mutex_trylock(a0);
  if (rc == 0 || rc == SEMTIDY_V_EOWNERDEAD)
    semtidy_push(a0, SEMTIDY_PROBE(SEMTIDY_PROBE_MUTEX), site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_mutex_unlock)
SEMTIDY_INLINE int semtidy_shim_pthread_mutex_unlock(pthread_mutex_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  uint32_t cleared;
  cleared = semtidy_pop(a0, site, function);
  rc = pthread_mutex_unlock(a0);
  if (!cleared) {
    if (rc == 0)
      (void)semtidy_clear_foreign(a0);
  } else if (!(rc == 0)) {
    semtidy_push_slow(a0, 0u, cleared, semtidy_me());
  }
  return rc;
}

SEMTIDY_LIKE(pthread_mutex_destroy)
SEMTIDY_INLINE int semtidy_shim_pthread_mutex_destroy(pthread_mutex_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  struct semtidy_close c;
  semtidy_close_begin(&c, semtidy_address(a0));
  if (c.set)
    c.probe = semtidy_ask(SEMTIDY_PROBE_MUTEX, a0, c.initial);
  rc = pthread_mutex_destroy(a0);
  if (!c.set && (rc == SEMTIDY_V_EBUSY))
    c.probe = semtidy_ask(SEMTIDY_PROBE_MUTEX, a0, c.initial);
  semtidy_close_end(&c, 1, (long)rc, rc == 0, rc == SEMTIDY_V_EBUSY, 0,
      &semtidy_family_pthread_mutex, site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_cond_wait)
SEMTIDY_INLINE int semtidy_shim_pthread_cond_wait(pthread_cond_t *a0, pthread_mutex_t *a1, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_suspend(a1);
  rc = pthread_cond_wait(a0, a1);
  semtidy_resume(a1, site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_cond_timedwait)
SEMTIDY_INLINE int semtidy_shim_pthread_cond_timedwait(pthread_cond_t *a0, pthread_mutex_t *a1, const struct timespec *a2, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_suspend(a1);
  rc = pthread_cond_timedwait(a0, a1, a2);
  semtidy_resume(a1, site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_rwlock_init)
SEMTIDY_INLINE int semtidy_shim_pthread_rwlock_init(pthread_rwlock_t *a0, const pthread_rwlockattr_t *a1, struct semtidy_site *site, const char *function) {
  int rc;
  rc = pthread_rwlock_init(a0, a1);
  if (rc == 0)
    semtidy_born(semtidy_address(a0), SEMTIDY_OWNER, SEMTIDY_PROBE_RWLOCK, 1,
        0, 0, &semtidy_family_pthread_rwlock, site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_rwlock_rdlock)
SEMTIDY_INLINE int semtidy_shim_pthread_rwlock_rdlock(pthread_rwlock_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(a0);
  rc = pthread_rwlock_rdlock(a0);
  semtidy_wait_end();
  if (rc == 0)
    semtidy_push(a0, SEMTIDY_PROBE(SEMTIDY_PROBE_RWLOCK) | SEMTIDY_SHARED,
        site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_rwlock_wrlock)
SEMTIDY_INLINE int semtidy_shim_pthread_rwlock_wrlock(pthread_rwlock_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(a0);
  rc = pthread_rwlock_wrlock(a0);
  semtidy_wait_end();
  if (rc == 0)
    semtidy_push(a0, SEMTIDY_PROBE(SEMTIDY_PROBE_RWLOCK), site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_rwlock_tryrdlock)
SEMTIDY_INLINE int semtidy_shim_pthread_rwlock_tryrdlock(pthread_rwlock_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  rc = pthread_rwlock_tryrdlock(a0);
  if (rc == 0)
    semtidy_push(a0, SEMTIDY_PROBE(SEMTIDY_PROBE_RWLOCK) | SEMTIDY_SHARED,
        site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_rwlock_trywrlock)
SEMTIDY_INLINE int semtidy_shim_pthread_rwlock_trywrlock(pthread_rwlock_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  rc = pthread_rwlock_trywrlock(a0);
  if (rc == 0)
    semtidy_push(a0, SEMTIDY_PROBE(SEMTIDY_PROBE_RWLOCK), site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_rwlock_unlock)
SEMTIDY_INLINE int semtidy_shim_pthread_rwlock_unlock(pthread_rwlock_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  uint32_t cleared;
  cleared = semtidy_pop(a0, site, function);
  rc = pthread_rwlock_unlock(a0);
  if (!cleared) {
    if (rc == 0)
      (void)semtidy_clear_foreign(a0);
  } else if (!(rc == 0)) {
    semtidy_push_slow(a0, 0u, cleared, semtidy_me());
  }
  return rc;
}

SEMTIDY_LIKE(pthread_rwlock_destroy)
SEMTIDY_INLINE int semtidy_shim_pthread_rwlock_destroy(pthread_rwlock_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  struct semtidy_close c;
  semtidy_close_begin(&c, semtidy_address(a0));
  if (c.set)
    c.probe = semtidy_ask(SEMTIDY_PROBE_RWLOCK, a0, c.initial);
  rc = pthread_rwlock_destroy(a0);
  if (!c.set && (rc == SEMTIDY_V_EBUSY))
    c.probe = semtidy_ask(SEMTIDY_PROBE_RWLOCK, a0, c.initial);
  semtidy_close_end(&c, 1, (long)rc, rc == 0, rc == SEMTIDY_V_EBUSY, 0,
      &semtidy_family_pthread_rwlock, site, function);
  return rc;
}

SEMTIDY_LIKE(sem_init)
SEMTIDY_INLINE int semtidy_shim_sem_init(sem_t *a0,
    int a1, unsigned int a2, struct semtidy_site *site, const char *function) {
  int rc;
  rc = sem_init(a0, a1, a2);
  if (rc == 0)
    semtidy_born(semtidy_address(a0), SEMTIDY_PERMIT, SEMTIDY_PROBE_SEM, 0, 0,
        (int)(a2), &semtidy_family_posix_sem, site, function);
  return rc;
}

SEMTIDY_LIKE(sem_open)
SEMTIDY_INLINE sem_t *semtidy_shim_sem_open(struct semtidy_site *site,
                                            const char *function,
                                            const char *a0, int a1, ...) {
  sem_t *rc;
  if (a1 & O_CREAT) {
    va_list more;
    mode_t mode;
    unsigned value;
    va_start(more, a1);
    mode = (mode_t)va_arg(more, int);
    value = va_arg(more, unsigned);
    va_end(more);
    rc = sem_open(a0, a1, mode, value);
    if (rc != SEM_FAILED)
      semtidy_named(semtidy_address(rc), (int)value, &semtidy_family_posix_sem,
                    site, function);
  } else {
    rc = sem_open(a0, a1);
    if (rc != SEM_FAILED)
      semtidy_named(semtidy_address(rc), -1, &semtidy_family_posix_sem, site,
                    function);
  }
  return rc;
}

SEMTIDY_LIKE(sem_wait)
SEMTIDY_INLINE int semtidy_shim_sem_wait(sem_t *a0,
    struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(semtidy_pointer(semtidy_address(a0)));
  rc = sem_wait(a0);
  semtidy_wait_end();
  if (rc == 0)
    semtidy_take_permit(a0, site, function);
  return rc;
}

SEMTIDY_LIKE(sem_trywait)
SEMTIDY_INLINE int semtidy_shim_sem_trywait(sem_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  rc = sem_trywait(a0);
  if (rc == 0)
    semtidy_take_permit(a0, site, function);
  return rc;
}

SEMTIDY_LIKE(sem_post)
SEMTIDY_INLINE int semtidy_shim_sem_post(sem_t *a0,
    struct semtidy_site *site, const char *function) {
  int rc;
  int given;
  given = semtidy_give_permit(a0, site, function);
  rc = sem_post(a0);
  if (given && !(rc == 0))
    semtidy_take_back(semtidy_address(a0), 1, given, site, function);
  return rc;
}

SEMTIDY_LIKE(sem_destroy)
SEMTIDY_INLINE int semtidy_shim_sem_destroy(sem_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  struct semtidy_close c;
  semtidy_close_begin(&c, semtidy_address(a0));
  if (c.set)
    c.probe = semtidy_ask(SEMTIDY_PROBE_SEM, a0, c.initial);
  rc = sem_destroy(a0);
  if (!c.set && (rc == SEMTIDY_V_EBUSY))
    c.probe = semtidy_ask(SEMTIDY_PROBE_SEM, a0, c.initial);
  semtidy_close_end(&c, 1, (long)rc, rc == 0, rc == SEMTIDY_V_EBUSY, 0,
      &semtidy_family_posix_sem, site, function);
  return rc;
}

SEMTIDY_LIKE(sem_close)
SEMTIDY_INLINE int semtidy_shim_sem_close(sem_t *a0,
    struct semtidy_site *site, const char *function) {
  int rc;
  struct semtidy_close c;
  semtidy_close_begin(&c, semtidy_address(a0));
  if (c.set)
    c.probe = semtidy_ask(SEMTIDY_PROBE_SEM, a0, c.initial);
  rc = sem_close(a0);
  if (!c.set && (rc == SEMTIDY_V_EBUSY))
    c.probe = semtidy_ask(SEMTIDY_PROBE_SEM, a0, c.initial);
  semtidy_close_end(&c, 1, (long)rc, rc == 0, rc == SEMTIDY_V_EBUSY, 0,
      &semtidy_family_posix_sem, site, function);
  return rc;
}

#if !defined(__APPLE__)

SEMTIDY_LIKE(pthread_mutex_timedlock)
SEMTIDY_INLINE int semtidy_shim_pthread_mutex_timedlock(pthread_mutex_t *a0, const struct timespec *a1, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(a0);
  rc = pthread_mutex_timedlock(a0, a1);
  semtidy_wait_end();
  if (rc == 0 || rc == SEMTIDY_V_EOWNERDEAD)
    semtidy_push(a0, SEMTIDY_PROBE(SEMTIDY_PROBE_MUTEX), site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_rwlock_timedrdlock)
SEMTIDY_INLINE int semtidy_shim_pthread_rwlock_timedrdlock(pthread_rwlock_t *a0, const struct timespec *a1, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(a0);
  rc = pthread_rwlock_timedrdlock(a0, a1);
  semtidy_wait_end();
  if (rc == 0)
    semtidy_push(a0, SEMTIDY_PROBE(SEMTIDY_PROBE_RWLOCK) | SEMTIDY_SHARED,
        site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_rwlock_timedwrlock)
SEMTIDY_INLINE int semtidy_shim_pthread_rwlock_timedwrlock(pthread_rwlock_t *a0, const struct timespec *a1, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(a0);
  rc = pthread_rwlock_timedwrlock(a0, a1);
  semtidy_wait_end();
  if (rc == 0)
    semtidy_push(a0, SEMTIDY_PROBE(SEMTIDY_PROBE_RWLOCK), site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_spin_init)
SEMTIDY_INLINE int semtidy_shim_pthread_spin_init(pthread_spinlock_t *a0, int a1, struct semtidy_site *site, const char *function) {
  int rc;
  rc = pthread_spin_init(a0, a1);
  if (rc == 0)
    semtidy_born(semtidy_address(a0), SEMTIDY_OWNER, SEMTIDY_PROBE_SPIN, 0, 0,
        0, &semtidy_family_pthread_spin, site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_spin_lock)
SEMTIDY_INLINE int semtidy_shim_pthread_spin_lock(pthread_spinlock_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(a0);
  rc = pthread_spin_lock(a0);
  semtidy_wait_end();
  if (rc == 0)
    semtidy_push(a0, SEMTIDY_PROBE(SEMTIDY_PROBE_SPIN), site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_spin_trylock)
SEMTIDY_INLINE int semtidy_shim_pthread_spin_trylock(pthread_spinlock_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  rc = pthread_spin_trylock(a0);
  if (rc == 0)
    semtidy_push(a0, SEMTIDY_PROBE(SEMTIDY_PROBE_SPIN), site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_spin_unlock)
SEMTIDY_INLINE int semtidy_shim_pthread_spin_unlock(pthread_spinlock_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  uint32_t cleared;
  cleared = semtidy_pop(a0, site, function);
  rc = pthread_spin_unlock(a0);
  if (!cleared) {
    if (rc == 0)
      (void)semtidy_clear_foreign(a0);
  } else if (!(rc == 0)) {
    semtidy_push_slow(a0, 0u, cleared, semtidy_me());
  }
  return rc;
}

SEMTIDY_LIKE(pthread_spin_destroy)
SEMTIDY_INLINE int semtidy_shim_pthread_spin_destroy(pthread_spinlock_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  struct semtidy_close c;
  semtidy_close_begin(&c, semtidy_address(a0));
  if (c.set)
    c.probe = semtidy_ask(SEMTIDY_PROBE_SPIN, a0, c.initial);
  rc = pthread_spin_destroy(a0);
  if (!c.set && (rc == SEMTIDY_V_EBUSY))
    c.probe = semtidy_ask(SEMTIDY_PROBE_SPIN, a0, c.initial);
  semtidy_close_end(&c, 1, (long)rc, rc == 0, rc == SEMTIDY_V_EBUSY, 0,
      &semtidy_family_pthread_spin, site, function);
  return rc;
}

SEMTIDY_LIKE(sem_timedwait)
SEMTIDY_INLINE int semtidy_shim_sem_timedwait(sem_t *a0, const struct timespec *a1, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(semtidy_pointer(semtidy_address(a0)));
  rc = sem_timedwait(a0, a1);
  semtidy_wait_end();
  if (rc == 0)
    semtidy_take_permit(a0, site, function);
  return rc;
}

#endif

#if defined(SEMTIDY_HAVE_CLOCK)

SEMTIDY_LIKE(pthread_mutex_clocklock)
SEMTIDY_INLINE int semtidy_shim_pthread_mutex_clocklock(pthread_mutex_t *a0, clockid_t a1, const struct timespec *a2, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(a0);
  rc = pthread_mutex_clocklock(a0, a1, a2);
  semtidy_wait_end();
  if (rc == 0 || rc == SEMTIDY_V_EOWNERDEAD)
    semtidy_push(a0, SEMTIDY_PROBE(SEMTIDY_PROBE_MUTEX), site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_cond_clockwait)
SEMTIDY_INLINE int semtidy_shim_pthread_cond_clockwait(pthread_cond_t *a0, pthread_mutex_t *a1, clockid_t a2, const struct timespec *a3, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_suspend(a1);
  rc = pthread_cond_clockwait(a0, a1, a2, a3);
  semtidy_resume(a1, site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_rwlock_clockrdlock)
SEMTIDY_INLINE int semtidy_shim_pthread_rwlock_clockrdlock(pthread_rwlock_t *a0, clockid_t a1, const struct timespec *a2, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(a0);
  rc = pthread_rwlock_clockrdlock(a0, a1, a2);
  semtidy_wait_end();
  if (rc == 0)
    semtidy_push(a0, SEMTIDY_PROBE(SEMTIDY_PROBE_RWLOCK) | SEMTIDY_SHARED,
        site, function);
  return rc;
}

SEMTIDY_LIKE(pthread_rwlock_clockwrlock)
SEMTIDY_INLINE int semtidy_shim_pthread_rwlock_clockwrlock(pthread_rwlock_t *a0, clockid_t a1, const struct timespec *a2, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(a0);
  rc = pthread_rwlock_clockwrlock(a0, a1, a2);
  semtidy_wait_end();
  if (rc == 0)
    semtidy_push(a0, SEMTIDY_PROBE(SEMTIDY_PROBE_RWLOCK), site, function);
  return rc;
}

SEMTIDY_LIKE(sem_clockwait)
SEMTIDY_INLINE int semtidy_shim_sem_clockwait(sem_t *a0, clockid_t a1, const struct timespec *a2, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(semtidy_pointer(semtidy_address(a0)));
  rc = sem_clockwait(a0, a1, a2);
  semtidy_wait_end();
  if (rc == 0)
    semtidy_take_permit(a0, site, function);
  return rc;
}

#endif

#if SEMTIDY_VARIADIC
#undef pthread_mutex_init
#define pthread_mutex_init(...) \
  semtidy_shim_pthread_mutex_init(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_mutex_init", 0, #__VA_ARGS__))
#undef pthread_mutex_lock
#define pthread_mutex_lock(...) \
  semtidy_shim_pthread_mutex_lock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_mutex_lock", 0, #__VA_ARGS__))
#undef pthread_mutex_trylock
#define pthread_mutex_trylock(...) \
  semtidy_shim_pthread_mutex_trylock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_mutex_trylock", 0, #__VA_ARGS__))
#undef pthread_mutex_unlock
#define pthread_mutex_unlock(...) \
  semtidy_shim_pthread_mutex_unlock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_mutex_unlock", 0, #__VA_ARGS__))
#undef pthread_mutex_destroy
#define pthread_mutex_destroy(...) \
  semtidy_shim_pthread_mutex_destroy(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_mutex_destroy", 0, #__VA_ARGS__))
#undef pthread_cond_wait
#define pthread_cond_wait(...) \
  semtidy_shim_pthread_cond_wait(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_cond_wait", 1, #__VA_ARGS__))
#undef pthread_cond_timedwait
#define pthread_cond_timedwait(...) \
  semtidy_shim_pthread_cond_timedwait(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_cond_timedwait", 1, #__VA_ARGS__))
#undef pthread_rwlock_init
#define pthread_rwlock_init(...) \
  semtidy_shim_pthread_rwlock_init(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_rwlock_init", 0, #__VA_ARGS__))
#undef pthread_rwlock_rdlock
#define pthread_rwlock_rdlock(...) \
  semtidy_shim_pthread_rwlock_rdlock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_rwlock_rdlock", 0, #__VA_ARGS__))
#undef pthread_rwlock_wrlock
#define pthread_rwlock_wrlock(...) \
  semtidy_shim_pthread_rwlock_wrlock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_rwlock_wrlock", 0, #__VA_ARGS__))
#undef pthread_rwlock_tryrdlock
#define pthread_rwlock_tryrdlock(...) \
  semtidy_shim_pthread_rwlock_tryrdlock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_rwlock_tryrdlock", 0, #__VA_ARGS__))
#undef pthread_rwlock_trywrlock
#define pthread_rwlock_trywrlock(...) \
  semtidy_shim_pthread_rwlock_trywrlock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_rwlock_trywrlock", 0, #__VA_ARGS__))
#undef pthread_rwlock_unlock
#define pthread_rwlock_unlock(...) \
  semtidy_shim_pthread_rwlock_unlock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_rwlock_unlock", 0, #__VA_ARGS__))
#undef pthread_rwlock_destroy
#define pthread_rwlock_destroy(...) \
  semtidy_shim_pthread_rwlock_destroy(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_rwlock_destroy", 0, #__VA_ARGS__))
#undef sem_init
#define sem_init(...) \
  semtidy_shim_sem_init(__VA_ARGS__, \
    SEMTIDY_HERE("sem_init", 0, #__VA_ARGS__))
#undef sem_open
#define sem_open(...) \
  semtidy_shim_sem_open(SEMTIDY_HERE("sem_open", 0, #__VA_ARGS__), __VA_ARGS__)
#undef sem_wait
#define sem_wait(...) \
  semtidy_shim_sem_wait(__VA_ARGS__, \
    SEMTIDY_HERE("sem_wait", 0, #__VA_ARGS__))
#undef sem_trywait
#define sem_trywait(...) \
  semtidy_shim_sem_trywait(__VA_ARGS__, \
    SEMTIDY_HERE("sem_trywait", 0, #__VA_ARGS__))
#undef sem_post
#define sem_post(...) \
  semtidy_shim_sem_post(__VA_ARGS__, \
    SEMTIDY_HERE("sem_post", 0, #__VA_ARGS__))
#undef sem_destroy
#define sem_destroy(...) \
  semtidy_shim_sem_destroy(__VA_ARGS__, \
    SEMTIDY_HERE("sem_destroy", 0, #__VA_ARGS__))
#undef sem_close
#define sem_close(...) \
  semtidy_shim_sem_close(__VA_ARGS__, \
    SEMTIDY_HERE("sem_close", 0, #__VA_ARGS__))
#if !defined(__APPLE__)
#undef pthread_mutex_timedlock
#define pthread_mutex_timedlock(...) \
  semtidy_shim_pthread_mutex_timedlock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_mutex_timedlock", 0, #__VA_ARGS__))
#undef pthread_rwlock_timedrdlock
#define pthread_rwlock_timedrdlock(...) \
  semtidy_shim_pthread_rwlock_timedrdlock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_rwlock_timedrdlock", 0, #__VA_ARGS__))
#undef pthread_rwlock_timedwrlock
#define pthread_rwlock_timedwrlock(...) \
  semtidy_shim_pthread_rwlock_timedwrlock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_rwlock_timedwrlock", 0, #__VA_ARGS__))
#undef pthread_spin_init
#define pthread_spin_init(...) \
  semtidy_shim_pthread_spin_init(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_spin_init", 0, #__VA_ARGS__))
#undef pthread_spin_lock
#define pthread_spin_lock(...) \
  semtidy_shim_pthread_spin_lock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_spin_lock", 0, #__VA_ARGS__))
#undef pthread_spin_trylock
#define pthread_spin_trylock(...) \
  semtidy_shim_pthread_spin_trylock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_spin_trylock", 0, #__VA_ARGS__))
#undef pthread_spin_unlock
#define pthread_spin_unlock(...) \
  semtidy_shim_pthread_spin_unlock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_spin_unlock", 0, #__VA_ARGS__))
#undef pthread_spin_destroy
#define pthread_spin_destroy(...) \
  semtidy_shim_pthread_spin_destroy(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_spin_destroy", 0, #__VA_ARGS__))
#undef sem_timedwait
#define sem_timedwait(...) \
  semtidy_shim_sem_timedwait(__VA_ARGS__, \
    SEMTIDY_HERE("sem_timedwait", 0, #__VA_ARGS__))
#endif
#if defined(SEMTIDY_HAVE_CLOCK)
#undef pthread_mutex_clocklock
#define pthread_mutex_clocklock(...) \
  semtidy_shim_pthread_mutex_clocklock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_mutex_clocklock", 0, #__VA_ARGS__))
#undef pthread_cond_clockwait
#define pthread_cond_clockwait(...) \
  semtidy_shim_pthread_cond_clockwait(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_cond_clockwait", 1, #__VA_ARGS__))
#undef pthread_rwlock_clockrdlock
#define pthread_rwlock_clockrdlock(...) \
  semtidy_shim_pthread_rwlock_clockrdlock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_rwlock_clockrdlock", 0, #__VA_ARGS__))
#undef pthread_rwlock_clockwrlock
#define pthread_rwlock_clockwrlock(...) \
  semtidy_shim_pthread_rwlock_clockwrlock(__VA_ARGS__, \
    SEMTIDY_HERE("pthread_rwlock_clockwrlock", 0, #__VA_ARGS__))
#undef sem_clockwait
#define sem_clockwait(...) \
  semtidy_shim_sem_clockwait(__VA_ARGS__, \
    SEMTIDY_HERE("sem_clockwait", 0, #__VA_ARGS__))
#endif
#else
#undef pthread_mutex_init
#define pthread_mutex_init(a, b) \
  semtidy_shim_pthread_mutex_init(a, b, \
    SEMTIDY_HERE("pthread_mutex_init", 0, #a ", " #b))
#undef pthread_mutex_lock
#define pthread_mutex_lock(a) \
  semtidy_shim_pthread_mutex_lock(a, \
    SEMTIDY_HERE("pthread_mutex_lock", 0, #a))
#undef pthread_mutex_trylock
#define pthread_mutex_trylock(a) \
  semtidy_shim_pthread_mutex_trylock(a, \
    SEMTIDY_HERE("pthread_mutex_trylock", 0, #a))
#undef pthread_mutex_unlock
#define pthread_mutex_unlock(a) \
  semtidy_shim_pthread_mutex_unlock(a, \
    SEMTIDY_HERE("pthread_mutex_unlock", 0, #a))
#undef pthread_mutex_destroy
#define pthread_mutex_destroy(a) \
  semtidy_shim_pthread_mutex_destroy(a, \
    SEMTIDY_HERE("pthread_mutex_destroy", 0, #a))
#undef pthread_cond_wait
#define pthread_cond_wait(a, b) \
  semtidy_shim_pthread_cond_wait(a, b, \
    SEMTIDY_HERE("pthread_cond_wait", 1, #a ", " #b))
#undef pthread_cond_timedwait
#define pthread_cond_timedwait(a, b, c) \
  semtidy_shim_pthread_cond_timedwait(a, b, c, \
    SEMTIDY_HERE("pthread_cond_timedwait", 1, #a ", " #b ", " #c))
#undef pthread_rwlock_init
#define pthread_rwlock_init(a, b) \
  semtidy_shim_pthread_rwlock_init(a, b, \
    SEMTIDY_HERE("pthread_rwlock_init", 0, #a ", " #b))
#undef pthread_rwlock_rdlock
#define pthread_rwlock_rdlock(a) \
  semtidy_shim_pthread_rwlock_rdlock(a, \
    SEMTIDY_HERE("pthread_rwlock_rdlock", 0, #a))
#undef pthread_rwlock_wrlock
#define pthread_rwlock_wrlock(a) \
  semtidy_shim_pthread_rwlock_wrlock(a, \
    SEMTIDY_HERE("pthread_rwlock_wrlock", 0, #a))
#undef pthread_rwlock_tryrdlock
#define pthread_rwlock_tryrdlock(a) \
  semtidy_shim_pthread_rwlock_tryrdlock(a, \
    SEMTIDY_HERE("pthread_rwlock_tryrdlock", 0, #a))
#undef pthread_rwlock_trywrlock
#define pthread_rwlock_trywrlock(a) \
  semtidy_shim_pthread_rwlock_trywrlock(a, \
    SEMTIDY_HERE("pthread_rwlock_trywrlock", 0, #a))
#undef pthread_rwlock_unlock
#define pthread_rwlock_unlock(a) \
  semtidy_shim_pthread_rwlock_unlock(a, \
    SEMTIDY_HERE("pthread_rwlock_unlock", 0, #a))
#undef pthread_rwlock_destroy
#define pthread_rwlock_destroy(a) \
  semtidy_shim_pthread_rwlock_destroy(a, \
    SEMTIDY_HERE("pthread_rwlock_destroy", 0, #a))
#undef sem_init
#define sem_init(a, b, c) \
  semtidy_shim_sem_init(a, b, c, \
    SEMTIDY_HERE("sem_init", 0, #a ", " #b ", " #c))
#undef sem_wait
#define sem_wait(a) \
  semtidy_shim_sem_wait(a, \
    SEMTIDY_HERE("sem_wait", 0, #a))
#undef sem_trywait
#define sem_trywait(a) \
  semtidy_shim_sem_trywait(a, \
    SEMTIDY_HERE("sem_trywait", 0, #a))
#undef sem_post
#define sem_post(a) \
  semtidy_shim_sem_post(a, \
    SEMTIDY_HERE("sem_post", 0, #a))
#undef sem_destroy
#define sem_destroy(a) \
  semtidy_shim_sem_destroy(a, \
    SEMTIDY_HERE("sem_destroy", 0, #a))
#undef sem_close
#define sem_close(a) \
  semtidy_shim_sem_close(a, \
    SEMTIDY_HERE("sem_close", 0, #a))
#if !defined(__APPLE__)
#undef pthread_mutex_timedlock
#define pthread_mutex_timedlock(a, b) \
  semtidy_shim_pthread_mutex_timedlock(a, b, \
    SEMTIDY_HERE("pthread_mutex_timedlock", 0, #a ", " #b))
#undef pthread_rwlock_timedrdlock
#define pthread_rwlock_timedrdlock(a, b) \
  semtidy_shim_pthread_rwlock_timedrdlock(a, b, \
    SEMTIDY_HERE("pthread_rwlock_timedrdlock", 0, #a ", " #b))
#undef pthread_rwlock_timedwrlock
#define pthread_rwlock_timedwrlock(a, b) \
  semtidy_shim_pthread_rwlock_timedwrlock(a, b, \
    SEMTIDY_HERE("pthread_rwlock_timedwrlock", 0, #a ", " #b))
#undef pthread_spin_init
#define pthread_spin_init(a, b) \
  semtidy_shim_pthread_spin_init(a, b, \
    SEMTIDY_HERE("pthread_spin_init", 0, #a ", " #b))
#undef pthread_spin_lock
#define pthread_spin_lock(a) \
  semtidy_shim_pthread_spin_lock(a, \
    SEMTIDY_HERE("pthread_spin_lock", 0, #a))
#undef pthread_spin_trylock
#define pthread_spin_trylock(a) \
  semtidy_shim_pthread_spin_trylock(a, \
    SEMTIDY_HERE("pthread_spin_trylock", 0, #a))
#undef pthread_spin_unlock
#define pthread_spin_unlock(a) \
  semtidy_shim_pthread_spin_unlock(a, \
    SEMTIDY_HERE("pthread_spin_unlock", 0, #a))
#undef pthread_spin_destroy
#define pthread_spin_destroy(a) \
  semtidy_shim_pthread_spin_destroy(a, \
    SEMTIDY_HERE("pthread_spin_destroy", 0, #a))
#undef sem_timedwait
#define sem_timedwait(a, b) \
  semtidy_shim_sem_timedwait(a, b, \
    SEMTIDY_HERE("sem_timedwait", 0, #a ", " #b))
#endif
#if defined(SEMTIDY_HAVE_CLOCK)
#undef pthread_mutex_clocklock
#define pthread_mutex_clocklock(a, b, c) \
  semtidy_shim_pthread_mutex_clocklock(a, b, c, \
    SEMTIDY_HERE("pthread_mutex_clocklock", 0, #a ", " #b ", " #c))
#undef pthread_cond_clockwait
#define pthread_cond_clockwait(a, b, c, d) \
  semtidy_shim_pthread_cond_clockwait(a, b, c, d, \
    SEMTIDY_HERE("pthread_cond_clockwait", 1, #a ", " #b ", " #c ", " #d))
#undef pthread_rwlock_clockrdlock
#define pthread_rwlock_clockrdlock(a, b, c) \
  semtidy_shim_pthread_rwlock_clockrdlock(a, b, c, \
    SEMTIDY_HERE("pthread_rwlock_clockrdlock", 0, #a ", " #b ", " #c))
#undef pthread_rwlock_clockwrlock
#define pthread_rwlock_clockwrlock(a, b, c) \
  semtidy_shim_pthread_rwlock_clockwrlock(a, b, c, \
    SEMTIDY_HERE("pthread_rwlock_clockwrlock", 0, #a ", " #b ", " #c))
#undef sem_clockwait
#define sem_clockwait(a, b, c) \
  semtidy_shim_sem_clockwait(a, b, c, \
    SEMTIDY_HERE("sem_clockwait", 0, #a ", " #b ", " #c))
#endif
#endif

#endif /* posix */

#if (defined(SEMTIDY_HAVE_C11) || defined(ONCE_FLAG_INIT)) && !defined(SEMTIDY_SHIMS_c11)
#define SEMTIDY_SHIMS_c11 1

static const struct semtidy_family
    semtidy_family_c11_mtx
    __attribute__((unused)) = {
        "c11-mtx",
        "mtx_destroy on a locked mutex is undefined, and has no result that could tell",
        ""};

SEMTIDY_LIKE(mtx_init)
SEMTIDY_INLINE int semtidy_shim_mtx_init(mtx_t *a0,
    int a1, struct semtidy_site *site, const char *function) {
  int rc;
  rc = mtx_init(a0, a1);
  if ((rc == thrd_success) && (a1 == mtx_recursive || a1 == 3))
    semtidy_born(semtidy_address(a0), SEMTIDY_OWNER, SEMTIDY_PROBE_NONE, 1, 0,
        0, &semtidy_family_c11_mtx, site, function);
  if ((rc == thrd_success) && (a1 != mtx_recursive) && (a1 != 3))
    semtidy_born(semtidy_address(a0), SEMTIDY_OWNER, SEMTIDY_PROBE_NONE, 0, 0,
        0, &semtidy_family_c11_mtx, site, function);
  return rc;
}

SEMTIDY_LIKE(mtx_lock)
SEMTIDY_INLINE int semtidy_shim_mtx_lock(mtx_t *a0,
    struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(a0);
  rc = mtx_lock(a0);
  semtidy_wait_end();
  if (rc == thrd_success)
    semtidy_push(a0, 0u, site, function);
  return rc;
}

SEMTIDY_LIKE(mtx_trylock)
SEMTIDY_INLINE int semtidy_shim_mtx_trylock(mtx_t *a0, struct semtidy_site *site, const char *function) {
  int rc;
  rc = mtx_trylock(a0);
  if (rc == thrd_success)
    semtidy_push(a0, 0u, site, function);
  return rc;
}

SEMTIDY_LIKE(mtx_timedlock)
SEMTIDY_INLINE int semtidy_shim_mtx_timedlock(mtx_t *a0, const struct timespec *a1, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_wait_begin(a0);
  rc = mtx_timedlock(a0, a1);
  semtidy_wait_end();
  if (rc == thrd_success)
    semtidy_push(a0, 0u, site, function);
  return rc;
}

SEMTIDY_LIKE(mtx_unlock)
SEMTIDY_INLINE int semtidy_shim_mtx_unlock(mtx_t *a0,
    struct semtidy_site *site, const char *function) {
  int rc;
  uint32_t cleared;
  cleared = semtidy_pop(a0, site, function);
  rc = mtx_unlock(a0);
  if (!cleared) {
    if (rc == thrd_success)
      (void)semtidy_clear_foreign(a0);
  } else if (!(rc == thrd_success)) {
    semtidy_push_slow(a0, 0u, cleared, semtidy_me());
  }
  return rc;
}

SEMTIDY_LIKE(mtx_destroy)
SEMTIDY_INLINE void semtidy_shim_mtx_destroy(mtx_t *a0, struct semtidy_site *site, const char *function) {
  struct semtidy_close c;
  semtidy_close_begin(&c, semtidy_address(a0));
  mtx_destroy(a0);
  semtidy_close_end(&c, 0, 0, 1, 0, 0, &semtidy_family_c11_mtx, site, function);
}

SEMTIDY_LIKE(cnd_wait)
SEMTIDY_INLINE int semtidy_shim_cnd_wait(cnd_t *a0,
    mtx_t *a1, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_suspend(a1);
  rc = cnd_wait(a0, a1);
  semtidy_resume(a1, site, function);
  return rc;
}

SEMTIDY_LIKE(cnd_timedwait)
SEMTIDY_INLINE int semtidy_shim_cnd_timedwait(cnd_t *a0, mtx_t *a1, const struct timespec *a2, struct semtidy_site *site, const char *function) {
  int rc;
  semtidy_suspend(a1);
  rc = cnd_timedwait(a0, a1, a2);
  semtidy_resume(a1, site, function);
  return rc;
}

#if SEMTIDY_VARIADIC
#undef mtx_init
#define mtx_init(...) \
  semtidy_shim_mtx_init(__VA_ARGS__, \
    SEMTIDY_HERE("mtx_init", 0, #__VA_ARGS__))
#undef mtx_lock
#define mtx_lock(...) \
  semtidy_shim_mtx_lock(__VA_ARGS__, \
    SEMTIDY_HERE("mtx_lock", 0, #__VA_ARGS__))
#undef mtx_trylock
#define mtx_trylock(...) \
  semtidy_shim_mtx_trylock(__VA_ARGS__, \
    SEMTIDY_HERE("mtx_trylock", 0, #__VA_ARGS__))
#undef mtx_timedlock
#define mtx_timedlock(...) \
  semtidy_shim_mtx_timedlock(__VA_ARGS__, \
    SEMTIDY_HERE("mtx_timedlock", 0, #__VA_ARGS__))
#undef mtx_unlock
#define mtx_unlock(...) \
  semtidy_shim_mtx_unlock(__VA_ARGS__, \
    SEMTIDY_HERE("mtx_unlock", 0, #__VA_ARGS__))
#undef mtx_destroy
#define mtx_destroy(...) \
  semtidy_shim_mtx_destroy(__VA_ARGS__, \
    SEMTIDY_HERE("mtx_destroy", 0, #__VA_ARGS__))
#undef cnd_wait
#define cnd_wait(...) \
  semtidy_shim_cnd_wait(__VA_ARGS__, \
    SEMTIDY_HERE("cnd_wait", 1, #__VA_ARGS__))
#undef cnd_timedwait
#define cnd_timedwait(...) \
  semtidy_shim_cnd_timedwait(__VA_ARGS__, \
    SEMTIDY_HERE("cnd_timedwait", 1, #__VA_ARGS__))
#else
#undef mtx_init
#define mtx_init(a, b) \
  semtidy_shim_mtx_init(a, b, \
    SEMTIDY_HERE("mtx_init", 0, #a ", " #b))
#undef mtx_lock
#define mtx_lock(a) \
  semtidy_shim_mtx_lock(a, \
    SEMTIDY_HERE("mtx_lock", 0, #a))
#undef mtx_trylock
#define mtx_trylock(a) \
  semtidy_shim_mtx_trylock(a, \
    SEMTIDY_HERE("mtx_trylock", 0, #a))
#undef mtx_timedlock
#define mtx_timedlock(a, b) \
  semtidy_shim_mtx_timedlock(a, b, \
    SEMTIDY_HERE("mtx_timedlock", 0, #a ", " #b))
#undef mtx_unlock
#define mtx_unlock(a) \
  semtidy_shim_mtx_unlock(a, \
    SEMTIDY_HERE("mtx_unlock", 0, #a))
#undef mtx_destroy
#define mtx_destroy(a) \
  semtidy_shim_mtx_destroy(a, \
    SEMTIDY_HERE("mtx_destroy", 0, #a))
#undef cnd_wait
#define cnd_wait(a, b) \
  semtidy_shim_cnd_wait(a, b, \
    SEMTIDY_HERE("cnd_wait", 1, #a ", " #b))
#undef cnd_timedwait
#define cnd_timedwait(a, b, c) \
  semtidy_shim_cnd_timedwait(a, b, c, \
    SEMTIDY_HERE("cnd_timedwait", 1, #a ", " #b ", " #c))
#endif

#endif /* c11 */

#if (defined(SEMTIDY_HAVE_OS2_16)) && !defined(SEMTIDY_SHIMS_os2_16)
#define SEMTIDY_SHIMS_os2_16 1

static const struct semtidy_family
    semtidy_family_os2_sem
    __attribute__((unused)) = {
        "os2-sem",
        "DosCloseSem returns ERROR_SEM_IS_SET (102) and the semaphore stays open",
        "ERROR_SEM_IS_SET"};

SEMTIDY_LIKE(DosCreateSem)
SEMTIDY_INLINE USHORT semtidy_shim_DosCreateSem(USHORT a0, PHSYSSEM a1, const char *a2, struct semtidy_site *site, const char *function) {
  USHORT rc;
  rc = DosCreateSem(a0, a1, a2);
  if ((rc == 0) && (a0 == SEMTIDY_V_CSEM_PRIVATE))
    semtidy_born(semtidy_value((uint64_t)(uintptr_t)(*a1)), SEMTIDY_FLAG,
        SEMTIDY_PROBE_NONE, 1, 0, 0, &semtidy_family_os2_sem, site, function);
  if ((rc == 0) && (a0 != SEMTIDY_V_CSEM_PRIVATE))
    semtidy_born(semtidy_value((uint64_t)(uintptr_t)(*a1)), SEMTIDY_FLAG,
        SEMTIDY_PROBE_NONE, 0, 0, 0, &semtidy_family_os2_sem, site, function);
  return rc;
}

SEMTIDY_LIKE(DosOpenSem)
SEMTIDY_INLINE USHORT semtidy_shim_DosOpenSem(PHSEM a0, const char *a1, struct semtidy_site *site, const char *function) {
  USHORT rc;
  rc = DosOpenSem(a0, a1);
  if (rc == 0)
    semtidy_opened(semtidy_value((uint64_t)(uintptr_t)(*a0)), SEMTIDY_FLAG,
        &semtidy_family_os2_sem, site, function);
  return rc;
}

SEMTIDY_LIKE(DosSemSet)
SEMTIDY_INLINE USHORT semtidy_shim_DosSemSet(HSEM a0,
    struct semtidy_site *site, const char *function) {
  USHORT rc;
  semtidy_wait_begin(semtidy_pointer(semtidy_value((uint64_t)(uintptr_t)(a0))));
  rc = DosSemSet(a0);
  semtidy_wait_end();
  if (rc == 0)
    semtidy_take(semtidy_value((uint64_t)(uintptr_t)(a0)), 0, site, function);
  return rc;
}

SEMTIDY_LIKE(DosSemRequest)
SEMTIDY_INLINE USHORT semtidy_shim_DosSemRequest(HSEM a0, LONG a1, struct semtidy_site *site, const char *function) {
  USHORT rc;
  semtidy_wait_begin(semtidy_pointer(semtidy_value((uint64_t)(uintptr_t)(a0))));
  rc = DosSemRequest(a0, a1);
  semtidy_wait_end();
  if (rc == 0)
    semtidy_take(semtidy_value((uint64_t)(uintptr_t)(a0)), 1, site, function);
  return rc;
}

SEMTIDY_LIKE(DosSemClear)
SEMTIDY_INLINE USHORT semtidy_shim_DosSemClear(HSEM a0, struct semtidy_site *site, const char *function) {
  USHORT rc;
  int given;
  given = semtidy_give(semtidy_value((uint64_t)(uintptr_t)(a0)), 1, site,
      function);
  rc = DosSemClear(a0);
  if (given && !(rc == 0))
    semtidy_take_back(semtidy_value((uint64_t)(uintptr_t)(a0)), 1, given,
        site, function);
  return rc;
}

SEMTIDY_LIKE(DosSemSetWait)
SEMTIDY_INLINE USHORT semtidy_shim_DosSemSetWait(HSEM a0, LONG a1, struct semtidy_site *site, const char *function) {
  USHORT rc;
  semtidy_wait_begin(semtidy_pointer(semtidy_value((uint64_t)(uintptr_t)(a0))));
  rc = DosSemSetWait(a0, a1);
  semtidy_wait_end();
  if (rc != 0)
    semtidy_take(semtidy_value((uint64_t)(uintptr_t)(a0)), 0, site, function);
  if (rc == 0)
    (void)semtidy_give(semtidy_value((uint64_t)(uintptr_t)(a0)), 1, site,
        function);
  return rc;
}

SEMTIDY_LIKE(DosCloseSem)
SEMTIDY_INLINE USHORT semtidy_shim_DosCloseSem(HSEM a0, struct semtidy_site *site, const char *function) {
  USHORT rc;
  struct semtidy_close c;
  semtidy_close_begin(&c, semtidy_value((uint64_t)(uintptr_t)(a0)));
  rc = DosCloseSem(a0);
  semtidy_close_end(&c, 1, (long)rc, rc == 0,
      rc == SEMTIDY_V_ERROR_SEM_IS_SET, 1, &semtidy_family_os2_sem, site,
      function);
  return rc;
}

#if SEMTIDY_VARIADIC
#undef DosCreateSem
#define DosCreateSem(...) \
  semtidy_shim_DosCreateSem(__VA_ARGS__, \
    SEMTIDY_HERE("DosCreateSem", 1, #__VA_ARGS__))
#undef DosOpenSem
#define DosOpenSem(...) \
  semtidy_shim_DosOpenSem(__VA_ARGS__, \
    SEMTIDY_HERE("DosOpenSem", 0, #__VA_ARGS__))
#undef DosSemSet
#define DosSemSet(...) \
  semtidy_shim_DosSemSet(__VA_ARGS__, \
    SEMTIDY_HERE("DosSemSet", 0, #__VA_ARGS__))
#undef DosSemRequest
#define DosSemRequest(...) \
  semtidy_shim_DosSemRequest(__VA_ARGS__, \
    SEMTIDY_HERE("DosSemRequest", 0, #__VA_ARGS__))
#undef DosSemClear
#define DosSemClear(...) \
  semtidy_shim_DosSemClear(__VA_ARGS__, \
    SEMTIDY_HERE("DosSemClear", 0, #__VA_ARGS__))
#undef DosSemSetWait
#define DosSemSetWait(...) \
  semtidy_shim_DosSemSetWait(__VA_ARGS__, \
    SEMTIDY_HERE("DosSemSetWait", 0, #__VA_ARGS__))
#undef DosCloseSem
#define DosCloseSem(...) \
  semtidy_shim_DosCloseSem(__VA_ARGS__, \
    SEMTIDY_HERE("DosCloseSem", 0, #__VA_ARGS__))
#else
#undef DosCreateSem
#define DosCreateSem(a, b, c) \
  semtidy_shim_DosCreateSem(a, b, c, \
    SEMTIDY_HERE("DosCreateSem", 1, #a ", " #b ", " #c))
#undef DosOpenSem
#define DosOpenSem(a, b) \
  semtidy_shim_DosOpenSem(a, b, \
    SEMTIDY_HERE("DosOpenSem", 0, #a ", " #b))
#undef DosSemSet
#define DosSemSet(a) \
  semtidy_shim_DosSemSet(a, \
    SEMTIDY_HERE("DosSemSet", 0, #a))
#undef DosSemRequest
#define DosSemRequest(a, b) \
  semtidy_shim_DosSemRequest(a, b, \
    SEMTIDY_HERE("DosSemRequest", 0, #a ", " #b))
#undef DosSemClear
#define DosSemClear(a) \
  semtidy_shim_DosSemClear(a, \
    SEMTIDY_HERE("DosSemClear", 0, #a))
#undef DosSemSetWait
#define DosSemSetWait(a, b) \
  semtidy_shim_DosSemSetWait(a, b, \
    SEMTIDY_HERE("DosSemSetWait", 0, #a ", " #b))
#undef DosCloseSem
#define DosCloseSem(a) \
  semtidy_shim_DosCloseSem(a, \
    SEMTIDY_HERE("DosCloseSem", 0, #a))
#endif

#endif /* os2_16 */

#if (defined(SEMTIDY_HAVE_OS2_32)) && !defined(SEMTIDY_SHIMS_os2_32)
#define SEMTIDY_SHIMS_os2_32 1

static const struct semtidy_family
    semtidy_family_os2_mutex
    __attribute__((unused)) = {
        "os2-mutex",
        "DosCloseMutexSem returns ERROR_SEM_BUSY (301) and the semaphore stays open",
        "ERROR_SEM_BUSY"};

SEMTIDY_LIKE(DosCreateMutexSem)
SEMTIDY_INLINE APIRET semtidy_shim_DosCreateMutexSem(const char *a0, PHMTX a1, ULONG a2, BOOL32 a3, struct semtidy_site *site, const char *function) {
  APIRET rc;
  rc = DosCreateMutexSem(a0, a1, a2, a3);
  if (rc == 0)
    semtidy_born(semtidy_value((uint64_t)(uintptr_t)(*a1)), SEMTIDY_OWNER,
        SEMTIDY_PROBE_NONE, 1, a3 != 0, 0, &semtidy_family_os2_mutex, site,
        function);
  return rc;
}

SEMTIDY_LIKE(DosOpenMutexSem)
SEMTIDY_INLINE APIRET semtidy_shim_DosOpenMutexSem(const char *a0, PHMTX a1, struct semtidy_site *site, const char *function) {
  APIRET rc;
  rc = DosOpenMutexSem(a0, a1);
  if (rc == 0)
    semtidy_opened(semtidy_value((uint64_t)(uintptr_t)(*a1)), SEMTIDY_OWNER,
        &semtidy_family_os2_mutex, site, function);
  return rc;
}

SEMTIDY_LIKE(DosRequestMutexSem)
SEMTIDY_INLINE APIRET semtidy_shim_DosRequestMutexSem(HMTX a0, ULONG a1, struct semtidy_site *site, const char *function) {
  APIRET rc;
  semtidy_wait_begin(semtidy_pointer(semtidy_value((uint64_t)(uintptr_t)(a0))));
  rc = DosRequestMutexSem(a0, a1);
  semtidy_wait_end();
  if (rc == 0)
    semtidy_take(semtidy_value((uint64_t)(uintptr_t)(a0)), 1, site, function);
  return rc;
}

SEMTIDY_LIKE(DosReleaseMutexSem)
SEMTIDY_INLINE APIRET semtidy_shim_DosReleaseMutexSem(HMTX a0, struct semtidy_site *site, const char *function) {
  APIRET rc;
  int given;
  given = semtidy_give(semtidy_value((uint64_t)(uintptr_t)(a0)), 1, site,
      function);
  rc = DosReleaseMutexSem(a0);
  if (given && !(rc == 0))
    semtidy_take_back(semtidy_value((uint64_t)(uintptr_t)(a0)), 1, given,
        site, function);
  return rc;
}

SEMTIDY_LIKE(DosCloseMutexSem)
SEMTIDY_INLINE APIRET semtidy_shim_DosCloseMutexSem(HMTX a0, struct semtidy_site *site, const char *function) {
  APIRET rc;
  struct semtidy_close c;
  semtidy_close_begin(&c, semtidy_value((uint64_t)(uintptr_t)(a0)));
  rc = DosCloseMutexSem(a0);
  semtidy_close_end(&c, 1, (long)rc, rc == 0, rc == SEMTIDY_V_ERROR_SEM_BUSY,
      1, &semtidy_family_os2_mutex, site, function);
  return rc;
}

#if SEMTIDY_VARIADIC
#undef DosCreateMutexSem
#define DosCreateMutexSem(...) \
  semtidy_shim_DosCreateMutexSem(__VA_ARGS__, \
    SEMTIDY_HERE("DosCreateMutexSem", 1, #__VA_ARGS__))
#undef DosOpenMutexSem
#define DosOpenMutexSem(...) \
  semtidy_shim_DosOpenMutexSem(__VA_ARGS__, \
    SEMTIDY_HERE("DosOpenMutexSem", 1, #__VA_ARGS__))
#undef DosRequestMutexSem
#define DosRequestMutexSem(...) \
  semtidy_shim_DosRequestMutexSem(__VA_ARGS__, \
    SEMTIDY_HERE("DosRequestMutexSem", 0, #__VA_ARGS__))
#undef DosReleaseMutexSem
#define DosReleaseMutexSem(...) \
  semtidy_shim_DosReleaseMutexSem(__VA_ARGS__, \
    SEMTIDY_HERE("DosReleaseMutexSem", 0, #__VA_ARGS__))
#undef DosCloseMutexSem
#define DosCloseMutexSem(...) \
  semtidy_shim_DosCloseMutexSem(__VA_ARGS__, \
    SEMTIDY_HERE("DosCloseMutexSem", 0, #__VA_ARGS__))
#else
#undef DosCreateMutexSem
#define DosCreateMutexSem(a, b, c, d) \
  semtidy_shim_DosCreateMutexSem(a, b, c, d, \
    SEMTIDY_HERE("DosCreateMutexSem", 1, #a ", " #b ", " #c ", " #d))
#undef DosOpenMutexSem
#define DosOpenMutexSem(a, b) \
  semtidy_shim_DosOpenMutexSem(a, b, \
    SEMTIDY_HERE("DosOpenMutexSem", 1, #a ", " #b))
#undef DosRequestMutexSem
#define DosRequestMutexSem(a, b) \
  semtidy_shim_DosRequestMutexSem(a, b, \
    SEMTIDY_HERE("DosRequestMutexSem", 0, #a ", " #b))
#undef DosReleaseMutexSem
#define DosReleaseMutexSem(a) \
  semtidy_shim_DosReleaseMutexSem(a, \
    SEMTIDY_HERE("DosReleaseMutexSem", 0, #a))
#undef DosCloseMutexSem
#define DosCloseMutexSem(a) \
  semtidy_shim_DosCloseMutexSem(a, \
    SEMTIDY_HERE("DosCloseMutexSem", 0, #a))
#endif

#endif /* os2_32 */

#if (defined(_WIN32)) && !defined(SEMTIDY_SHIMS_win32)
#define SEMTIDY_SHIMS_win32 1

static const struct semtidy_family
    semtidy_family_win32_handle
    __attribute__((unused)) = {
        "win32-handle",
        "CloseHandle succeeds and the object stays taken: the next waiter on a mutex gets WAIT_ABANDONED, the permit of a semaphore is lost",
        ""};

static const struct semtidy_family
    semtidy_family_win32_critical_section
    __attribute__((unused)) = {
        "win32-critical-section",
        "DeleteCriticalSection on an owned section leaves the threads that wait for it in an undefined state",
        ""};

static const struct semtidy_family
    semtidy_family_win32_srwlock
    __attribute__((unused)) = {
        "win32-srwlock",
        "threads that wait for the lock, and its release, then work on memory that is no lock any more",
        ""};

SEMTIDY_LIKE(CreateMutexA)
SEMTIDY_INLINE HANDLE semtidy_shim_CreateMutexA(LPSECURITY_ATTRIBUTES a0, BOOL a1, LPCSTR a2, struct semtidy_site *site, const char *function) {
  HANDLE rc;
  DWORD error;
  rc = CreateMutexA(a0, a1, a2);
  error = GetLastError();
  if (rc != 0)
    semtidy_born(semtidy_value((uint64_t)(uintptr_t)(rc)), SEMTIDY_OWNER,
        SEMTIDY_PROBE_NONE, 1,
        a1 != 0 && !(GetLastError() == ERROR_ALREADY_EXISTS), 0,
        &semtidy_family_win32_handle, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(CreateMutexW)
SEMTIDY_INLINE HANDLE semtidy_shim_CreateMutexW(LPSECURITY_ATTRIBUTES a0, BOOL a1, LPCWSTR a2, struct semtidy_site *site, const char *function) {
  HANDLE rc;
  DWORD error;
  rc = CreateMutexW(a0, a1, a2);
  error = GetLastError();
  if (rc != 0)
    semtidy_born(semtidy_value((uint64_t)(uintptr_t)(rc)), SEMTIDY_OWNER,
        SEMTIDY_PROBE_NONE, 1,
        a1 != 0 && !(GetLastError() == ERROR_ALREADY_EXISTS), 0,
        &semtidy_family_win32_handle, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(CreateMutexExA)
SEMTIDY_INLINE HANDLE semtidy_shim_CreateMutexExA(LPSECURITY_ATTRIBUTES a0, LPCSTR a1, DWORD a2, DWORD a3, struct semtidy_site *site, const char *function) {
  HANDLE rc;
  DWORD error;
  rc = CreateMutexExA(a0, a1, a2, a3);
  error = GetLastError();
  if (rc != 0)
    semtidy_born(semtidy_value((uint64_t)(uintptr_t)(rc)), SEMTIDY_OWNER,
        SEMTIDY_PROBE_NONE, 1,
        ((unsigned long)(a2) & 1u) != 0u && !(GetLastError() == ERROR_ALREADY_EXISTS), 0, &semtidy_family_win32_handle, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(CreateMutexExW)
SEMTIDY_INLINE HANDLE semtidy_shim_CreateMutexExW(LPSECURITY_ATTRIBUTES a0, LPCWSTR a1, DWORD a2, DWORD a3, struct semtidy_site *site, const char *function) {
  HANDLE rc;
  DWORD error;
  rc = CreateMutexExW(a0, a1, a2, a3);
  error = GetLastError();
  if (rc != 0)
    semtidy_born(semtidy_value((uint64_t)(uintptr_t)(rc)), SEMTIDY_OWNER,
        SEMTIDY_PROBE_NONE, 1,
        ((unsigned long)(a2) & 1u) != 0u && !(GetLastError() == ERROR_ALREADY_EXISTS), 0, &semtidy_family_win32_handle, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(CreateSemaphoreA)
SEMTIDY_INLINE HANDLE semtidy_shim_CreateSemaphoreA(LPSECURITY_ATTRIBUTES a0, LONG a1, LONG a2, LPCSTR a3, struct semtidy_site *site, const char *function) {
  HANDLE rc;
  DWORD error;
  rc = CreateSemaphoreA(a0, a1, a2, a3);
  error = GetLastError();
  if (rc != 0)
    semtidy_born(semtidy_value((uint64_t)(uintptr_t)(rc)), SEMTIDY_PERMIT,
        SEMTIDY_PROBE_NONE, 0, 0,
        GetLastError() == ERROR_ALREADY_EXISTS ? -1 : (int)(a1),
        &semtidy_family_win32_handle, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(CreateSemaphoreW)
SEMTIDY_INLINE HANDLE semtidy_shim_CreateSemaphoreW(LPSECURITY_ATTRIBUTES a0, LONG a1, LONG a2, LPCWSTR a3, struct semtidy_site *site, const char *function) {
  HANDLE rc;
  DWORD error;
  rc = CreateSemaphoreW(a0, a1, a2, a3);
  error = GetLastError();
  if (rc != 0)
    semtidy_born(semtidy_value((uint64_t)(uintptr_t)(rc)), SEMTIDY_PERMIT,
        SEMTIDY_PROBE_NONE, 0, 0,
        GetLastError() == ERROR_ALREADY_EXISTS ? -1 : (int)(a1),
        &semtidy_family_win32_handle, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(CreateSemaphoreExA)
SEMTIDY_INLINE HANDLE semtidy_shim_CreateSemaphoreExA(LPSECURITY_ATTRIBUTES a0, LONG a1, LONG a2, LPCSTR a3, DWORD a4, DWORD a5, struct semtidy_site *site, const char *function) {
  HANDLE rc;
  DWORD error;
  rc = CreateSemaphoreExA(a0, a1, a2, a3, a4, a5);
  error = GetLastError();
  if (rc != 0)
    semtidy_born(semtidy_value((uint64_t)(uintptr_t)(rc)), SEMTIDY_PERMIT,
        SEMTIDY_PROBE_NONE, 0, 0,
        GetLastError() == ERROR_ALREADY_EXISTS ? -1 : (int)(a1),
        &semtidy_family_win32_handle, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(CreateSemaphoreExW)
SEMTIDY_INLINE HANDLE semtidy_shim_CreateSemaphoreExW(LPSECURITY_ATTRIBUTES a0, LONG a1, LONG a2, LPCWSTR a3, DWORD a4, DWORD a5, struct semtidy_site *site, const char *function) {
  HANDLE rc;
  DWORD error;
  rc = CreateSemaphoreExW(a0, a1, a2, a3, a4, a5);
  error = GetLastError();
  if (rc != 0)
    semtidy_born(semtidy_value((uint64_t)(uintptr_t)(rc)), SEMTIDY_PERMIT,
        SEMTIDY_PROBE_NONE, 0, 0,
        GetLastError() == ERROR_ALREADY_EXISTS ? -1 : (int)(a1),
        &semtidy_family_win32_handle, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(CreateEventA)
SEMTIDY_INLINE HANDLE semtidy_shim_CreateEventA(LPSECURITY_ATTRIBUTES a0, BOOL a1, BOOL a2, LPCSTR a3, struct semtidy_site *site, const char *function) {
  HANDLE rc;
  DWORD error;
  rc = CreateEventA(a0, a1, a2, a3);
  error = GetLastError();
  if (rc != 0)
    semtidy_born(semtidy_value((uint64_t)(uintptr_t)(rc)), SEMTIDY_EVENT,
        SEMTIDY_PROBE_NONE, 0, 0, 0, &semtidy_family_win32_handle, site,
        function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(CreateEventW)
SEMTIDY_INLINE HANDLE semtidy_shim_CreateEventW(LPSECURITY_ATTRIBUTES a0, BOOL a1, BOOL a2, LPCWSTR a3, struct semtidy_site *site, const char *function) {
  HANDLE rc;
  DWORD error;
  rc = CreateEventW(a0, a1, a2, a3);
  error = GetLastError();
  if (rc != 0)
    semtidy_born(semtidy_value((uint64_t)(uintptr_t)(rc)), SEMTIDY_EVENT,
        SEMTIDY_PROBE_NONE, 0, 0, 0, &semtidy_family_win32_handle, site,
        function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(OpenMutexA)
SEMTIDY_INLINE HANDLE semtidy_shim_OpenMutexA(DWORD a0, BOOL a1, LPCSTR a2, struct semtidy_site *site, const char *function) {
  HANDLE rc;
  DWORD error;
  rc = OpenMutexA(a0, a1, a2);
  error = GetLastError();
  if (rc != 0)
    semtidy_opened(semtidy_value((uint64_t)(uintptr_t)(rc)), SEMTIDY_OWNER,
        &semtidy_family_win32_handle, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(OpenMutexW)
SEMTIDY_INLINE HANDLE semtidy_shim_OpenMutexW(DWORD a0, BOOL a1, LPCWSTR a2, struct semtidy_site *site, const char *function) {
  HANDLE rc;
  DWORD error;
  rc = OpenMutexW(a0, a1, a2);
  error = GetLastError();
  if (rc != 0)
    semtidy_opened(semtidy_value((uint64_t)(uintptr_t)(rc)), SEMTIDY_OWNER,
        &semtidy_family_win32_handle, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(OpenSemaphoreA)
SEMTIDY_INLINE HANDLE semtidy_shim_OpenSemaphoreA(DWORD a0, BOOL a1, LPCSTR a2, struct semtidy_site *site, const char *function) {
  HANDLE rc;
  DWORD error;
  rc = OpenSemaphoreA(a0, a1, a2);
  error = GetLastError();
  if (rc != 0)
    semtidy_opened(semtidy_value((uint64_t)(uintptr_t)(rc)), SEMTIDY_PERMIT,
        &semtidy_family_win32_handle, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(OpenSemaphoreW)
SEMTIDY_INLINE HANDLE semtidy_shim_OpenSemaphoreW(DWORD a0, BOOL a1, LPCWSTR a2, struct semtidy_site *site, const char *function) {
  HANDLE rc;
  DWORD error;
  rc = OpenSemaphoreW(a0, a1, a2);
  error = GetLastError();
  if (rc != 0)
    semtidy_opened(semtidy_value((uint64_t)(uintptr_t)(rc)), SEMTIDY_PERMIT,
        &semtidy_family_win32_handle, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(WaitForSingleObject)
SEMTIDY_INLINE DWORD semtidy_shim_WaitForSingleObject(HANDLE a0, DWORD a1, struct semtidy_site *site, const char *function) {
  DWORD rc;
  DWORD error;
  semtidy_wait_begin(semtidy_pointer(semtidy_value((uint64_t)(uintptr_t)(a0))));
  rc = WaitForSingleObject(a0, a1);
  error = GetLastError();
  semtidy_wait_end();
  if (rc == 0 || rc == 0x80)
    semtidy_take(semtidy_value((uint64_t)(uintptr_t)(a0)), 1, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(WaitForSingleObjectEx)
SEMTIDY_INLINE DWORD semtidy_shim_WaitForSingleObjectEx(HANDLE a0, DWORD a1, BOOL a2, struct semtidy_site *site, const char *function) {
  DWORD rc;
  DWORD error;
  semtidy_wait_begin(semtidy_pointer(semtidy_value((uint64_t)(uintptr_t)(a0))));
  rc = WaitForSingleObjectEx(a0, a1, a2);
  error = GetLastError();
  semtidy_wait_end();
  if (rc == 0 || rc == 0x80)
    semtidy_take(semtidy_value((uint64_t)(uintptr_t)(a0)), 1, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(WaitForMultipleObjects)
SEMTIDY_INLINE DWORD semtidy_shim_WaitForMultipleObjects(DWORD a0, const HANDLE *a1, BOOL a2, DWORD a3, struct semtidy_site *site, const char *function) {
  DWORD rc;
  uint64_t keys[64];
  uint32_t i;
  DWORD error;
  rc = WaitForMultipleObjects(a0, a1, a2, a3);
  error = GetLastError();
  if (rc == 0 || rc == 0x80) {
    for (i = 0; i < a0 && i < 64; ++i)
      keys[i] = semtidy_value((uint64_t)(uintptr_t)a1[i]);
    semtidy_take_array(keys, i, a2 != 0 ? i : (uint32_t)rc & 63u, site,
        function);
  }
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(WaitForMultipleObjectsEx)
SEMTIDY_INLINE DWORD semtidy_shim_WaitForMultipleObjectsEx(DWORD a0, const HANDLE *a1, BOOL a2, DWORD a3, BOOL a4, struct semtidy_site *site, const char *function) {
  DWORD rc;
  uint64_t keys[64];
  uint32_t i;
  DWORD error;
  rc = WaitForMultipleObjectsEx(a0, a1, a2, a3, a4);
  error = GetLastError();
  if (rc == 0 || rc == 0x80) {
    for (i = 0; i < a0 && i < 64; ++i)
      keys[i] = semtidy_value((uint64_t)(uintptr_t)a1[i]);
    semtidy_take_array(keys, i, a2 != 0 ? i : (uint32_t)rc & 63u, site,
        function);
  }
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(MsgWaitForMultipleObjects)
SEMTIDY_INLINE DWORD semtidy_shim_MsgWaitForMultipleObjects(DWORD a0, const HANDLE *a1, BOOL a2, DWORD a3, DWORD a4, struct semtidy_site *site, const char *function) {
  DWORD rc;
  uint64_t keys[64];
  uint32_t i;
  DWORD error;
  rc = MsgWaitForMultipleObjects(a0, a1, a2, a3, a4);
  error = GetLastError();
  if (rc == 0 || rc == 0x80) {
    for (i = 0; i < a0 && i < 64; ++i)
      keys[i] = semtidy_value((uint64_t)(uintptr_t)a1[i]);
    semtidy_take_array(keys, i, a2 != 0 ? i : (uint32_t)rc & 63u, site,
        function);
  }
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(MsgWaitForMultipleObjectsEx)
SEMTIDY_INLINE DWORD semtidy_shim_MsgWaitForMultipleObjectsEx(DWORD a0, const HANDLE *a1, DWORD a2, DWORD a3, DWORD a4, struct semtidy_site *site, const char *function) {
  DWORD rc;
  uint64_t keys[64];
  uint32_t i;
  DWORD error;
  rc = MsgWaitForMultipleObjectsEx(a0, a1, a2, a3, a4);
  error = GetLastError();
  if (rc == 0 || rc == 0x80) {
    for (i = 0; i < a0 && i < 64; ++i)
      keys[i] = semtidy_value((uint64_t)(uintptr_t)a1[i]);
    semtidy_take_array(keys, i,
        ((unsigned long)(a4) & 1u) != 0u ? i : (uint32_t)rc & 63u, site,
        function);
  }
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(SignalObjectAndWait)
SEMTIDY_INLINE DWORD semtidy_shim_SignalObjectAndWait(HANDLE a0, HANDLE a1, DWORD a2, BOOL a3, struct semtidy_site *site, const char *function) {
  DWORD rc;
  int given;
  DWORD error;
  given = semtidy_give(semtidy_value((uint64_t)(uintptr_t)(a0)), 1, site,
      function);
  semtidy_wait_begin(semtidy_pointer(semtidy_value((uint64_t)(uintptr_t)(a1))));
  rc = SignalObjectAndWait(a0, a1, a2, a3);
  error = GetLastError();
  semtidy_wait_end();
  if (given && !(rc != 0xFFFFFFFFu))
    semtidy_take_back(semtidy_value((uint64_t)(uintptr_t)(a0)), 1, given,
        site, function);
  if (rc == 0 || rc == 0x80)
    semtidy_take(semtidy_value((uint64_t)(uintptr_t)(a1)), 1, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(ReleaseMutex)
SEMTIDY_INLINE BOOL semtidy_shim_ReleaseMutex(HANDLE a0, struct semtidy_site *site, const char *function) {
  BOOL rc;
  int given;
  DWORD error;
  given = semtidy_give(semtidy_value((uint64_t)(uintptr_t)(a0)), 1, site,
      function);
  rc = ReleaseMutex(a0);
  error = GetLastError();
  if (given && !(rc != 0))
    semtidy_take_back(semtidy_value((uint64_t)(uintptr_t)(a0)), 1, given,
        site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(ReleaseSemaphore)
SEMTIDY_INLINE BOOL semtidy_shim_ReleaseSemaphore(HANDLE a0, LONG a1, LPLONG a2, struct semtidy_site *site, const char *function) {
  BOOL rc;
  int given;
  DWORD error;
  given = semtidy_give(semtidy_value((uint64_t)(uintptr_t)(a0)), (long)a1,
      site, function);
  rc = ReleaseSemaphore(a0, a1, a2);
  error = GetLastError();
  if (given && !(rc != 0))
    semtidy_take_back(semtidy_value((uint64_t)(uintptr_t)(a0)), (long)a1,
        given, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(DuplicateHandle)
SEMTIDY_INLINE BOOL semtidy_shim_DuplicateHandle(HANDLE a0, HANDLE a1, HANDLE a2, LPHANDLE a3, DWORD a4, BOOL a5, DWORD a6, struct semtidy_site *site, const char *function) {
  BOOL rc;
  DWORD error;
  (void)site;
  (void)function;
  rc = DuplicateHandle(a0, a1, a2, a3, a4, a5, a6);
  error = GetLastError();
  if ((rc != 0) && a0 == a2)
    semtidy_duplicated(semtidy_value((uint64_t)(uintptr_t)(a1)),
        semtidy_value((uint64_t)(uintptr_t)(*a3)));
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(CloseHandle)
SEMTIDY_INLINE BOOL semtidy_shim_CloseHandle(HANDLE a0, struct semtidy_site *site, const char *function) {
  BOOL rc;
  struct semtidy_close c;
  DWORD error;
  semtidy_close_begin(&c, semtidy_value((uint64_t)(uintptr_t)(a0)));
  rc = CloseHandle(a0);
  error = GetLastError();
  semtidy_close_end(&c, 1, (long)rc, rc != 0, 0, 0,
      &semtidy_family_win32_handle, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(InitializeCriticalSection)
SEMTIDY_INLINE void semtidy_shim_InitializeCriticalSection(LPCRITICAL_SECTION a0, struct semtidy_site *site, const char *function) {
  DWORD error;
  InitializeCriticalSection(a0);
  error = GetLastError();
  semtidy_born(semtidy_address(a0), SEMTIDY_OWNER, SEMTIDY_PROBE_NONE, 1, 0,
      0, &semtidy_family_win32_critical_section, site, function);
  SetLastError(error);
}

SEMTIDY_LIKE(InitializeCriticalSectionAndSpinCount)
SEMTIDY_INLINE BOOL semtidy_shim_InitializeCriticalSectionAndSpinCount(LPCRITICAL_SECTION a0, DWORD a1, struct semtidy_site *site, const char *function) {
  BOOL rc;
  DWORD error;
  rc = InitializeCriticalSectionAndSpinCount(a0, a1);
  error = GetLastError();
  if (rc != 0)
    semtidy_born(semtidy_address(a0), SEMTIDY_OWNER, SEMTIDY_PROBE_NONE, 1, 0,
        0, &semtidy_family_win32_critical_section, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(InitializeCriticalSectionEx)
SEMTIDY_INLINE BOOL semtidy_shim_InitializeCriticalSectionEx(LPCRITICAL_SECTION a0, DWORD a1, DWORD a2, struct semtidy_site *site, const char *function) {
  BOOL rc;
  DWORD error;
  rc = InitializeCriticalSectionEx(a0, a1, a2);
  error = GetLastError();
  if (rc != 0)
    semtidy_born(semtidy_address(a0), SEMTIDY_OWNER, SEMTIDY_PROBE_NONE, 1, 0,
        0, &semtidy_family_win32_critical_section, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(EnterCriticalSection)
SEMTIDY_INLINE void semtidy_shim_EnterCriticalSection(LPCRITICAL_SECTION a0, struct semtidy_site *site, const char *function) {
  DWORD error;
  semtidy_wait_begin(a0);
  EnterCriticalSection(a0);
  error = GetLastError();
  semtidy_wait_end();
  semtidy_push(a0, 0u, site, function);
  SetLastError(error);
}

SEMTIDY_LIKE(TryEnterCriticalSection)
SEMTIDY_INLINE BOOL semtidy_shim_TryEnterCriticalSection(LPCRITICAL_SECTION a0, struct semtidy_site *site, const char *function) {
  BOOL rc;
  DWORD error;
  rc = TryEnterCriticalSection(a0);
  error = GetLastError();
  if (rc != 0)
    semtidy_push(a0, 0u, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(LeaveCriticalSection)
SEMTIDY_INLINE void semtidy_shim_LeaveCriticalSection(LPCRITICAL_SECTION a0, struct semtidy_site *site, const char *function) {
  uint32_t cleared;
  DWORD error;
  cleared = semtidy_pop(a0, site, function);
  LeaveCriticalSection(a0);
  error = GetLastError();
  if (!cleared)
    (void)semtidy_clear_foreign(a0);
  SetLastError(error);
}

SEMTIDY_LIKE(SleepConditionVariableCS)
SEMTIDY_INLINE BOOL semtidy_shim_SleepConditionVariableCS(PCONDITION_VARIABLE a0, PCRITICAL_SECTION a1, DWORD a2, struct semtidy_site *site, const char *function) {
  BOOL rc;
  DWORD error;
  semtidy_suspend(a1);
  rc = SleepConditionVariableCS(a0, a1, a2);
  error = GetLastError();
  semtidy_resume(a1, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(DeleteCriticalSection)
SEMTIDY_INLINE void semtidy_shim_DeleteCriticalSection(LPCRITICAL_SECTION a0, struct semtidy_site *site, const char *function) {
  struct semtidy_close c;
  DWORD error;
  semtidy_close_begin(&c, semtidy_address(a0));
  if (c.set)
    c.probe = (a0)->RecursionCount > 0;
  DeleteCriticalSection(a0);
  error = GetLastError();
  semtidy_close_end(&c, 0, 0, 1, 0, 0, &semtidy_family_win32_critical_section,
      site, function);
  SetLastError(error);
}

SEMTIDY_LIKE(InitializeSRWLock)
SEMTIDY_INLINE void semtidy_shim_InitializeSRWLock(PSRWLOCK a0, struct semtidy_site *site, const char *function) {
  DWORD error;
  InitializeSRWLock(a0);
  error = GetLastError();
  semtidy_born(semtidy_address(a0), SEMTIDY_OWNER, SEMTIDY_PROBE_NONE, 1, 0,
      0, &semtidy_family_win32_srwlock, site, function);
  SetLastError(error);
}

SEMTIDY_LIKE(AcquireSRWLockExclusive)
SEMTIDY_INLINE void semtidy_shim_AcquireSRWLockExclusive(PSRWLOCK a0, struct semtidy_site *site, const char *function) {
  DWORD error;
  semtidy_wait_begin(a0);
  AcquireSRWLockExclusive(a0);
  error = GetLastError();
  semtidy_wait_end();
  semtidy_push(a0, 0u, site, function);
  SetLastError(error);
}

SEMTIDY_LIKE(AcquireSRWLockShared)
SEMTIDY_INLINE void semtidy_shim_AcquireSRWLockShared(PSRWLOCK a0, struct semtidy_site *site, const char *function) {
  DWORD error;
  semtidy_wait_begin(a0);
  AcquireSRWLockShared(a0);
  error = GetLastError();
  semtidy_wait_end();
  semtidy_push(a0, SEMTIDY_SHARED, site, function);
  SetLastError(error);
}

SEMTIDY_LIKE(TryAcquireSRWLockExclusive)
SEMTIDY_INLINE BOOLEAN semtidy_shim_TryAcquireSRWLockExclusive(PSRWLOCK a0, struct semtidy_site *site, const char *function) {
  BOOLEAN rc;
  DWORD error;
  rc = TryAcquireSRWLockExclusive(a0);
  error = GetLastError();
  if (rc != 0)
    semtidy_push(a0, 0u, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(TryAcquireSRWLockShared)
SEMTIDY_INLINE BOOLEAN semtidy_shim_TryAcquireSRWLockShared(PSRWLOCK a0, struct semtidy_site *site, const char *function) {
  BOOLEAN rc;
  DWORD error;
  rc = TryAcquireSRWLockShared(a0);
  error = GetLastError();
  if (rc != 0)
    semtidy_push(a0, SEMTIDY_SHARED, site, function);
  SetLastError(error);
  return rc;
}

SEMTIDY_LIKE(ReleaseSRWLockExclusive)
SEMTIDY_INLINE void semtidy_shim_ReleaseSRWLockExclusive(PSRWLOCK a0, struct semtidy_site *site, const char *function) {
  uint32_t cleared;
  DWORD error;
  cleared = semtidy_pop(a0, site, function);
  ReleaseSRWLockExclusive(a0);
  error = GetLastError();
  if (!cleared)
    (void)semtidy_clear_foreign(a0);
  SetLastError(error);
}

SEMTIDY_LIKE(ReleaseSRWLockShared)
SEMTIDY_INLINE void semtidy_shim_ReleaseSRWLockShared(PSRWLOCK a0, struct semtidy_site *site, const char *function) {
  uint32_t cleared;
  DWORD error;
  cleared = semtidy_pop(a0, site, function);
  ReleaseSRWLockShared(a0);
  error = GetLastError();
  if (!cleared)
    (void)semtidy_clear_foreign(a0);
  SetLastError(error);
}

SEMTIDY_LIKE(SleepConditionVariableSRW)
SEMTIDY_INLINE BOOL semtidy_shim_SleepConditionVariableSRW(PCONDITION_VARIABLE a0, PSRWLOCK a1, DWORD a2, ULONG a3, struct semtidy_site *site, const char *function) {
  BOOL rc;
  DWORD error;
  semtidy_suspend(a1);
  rc = SleepConditionVariableSRW(a0, a1, a2, a3);
  error = GetLastError();
  semtidy_resume(a1, site, function);
  SetLastError(error);
  return rc;
}

#if SEMTIDY_VARIADIC
#undef CreateMutexA
#define CreateMutexA(...) \
  semtidy_shim_CreateMutexA(__VA_ARGS__, \
    SEMTIDY_HERE("CreateMutexA", 99, #__VA_ARGS__))
#undef CreateMutexW
#define CreateMutexW(...) \
  semtidy_shim_CreateMutexW(__VA_ARGS__, \
    SEMTIDY_HERE("CreateMutexW", 99, #__VA_ARGS__))
#undef CreateMutexExA
#define CreateMutexExA(...) \
  semtidy_shim_CreateMutexExA(__VA_ARGS__, \
    SEMTIDY_HERE("CreateMutexExA", 99, #__VA_ARGS__))
#undef CreateMutexExW
#define CreateMutexExW(...) \
  semtidy_shim_CreateMutexExW(__VA_ARGS__, \
    SEMTIDY_HERE("CreateMutexExW", 99, #__VA_ARGS__))
#undef CreateSemaphoreA
#define CreateSemaphoreA(...) \
  semtidy_shim_CreateSemaphoreA(__VA_ARGS__, \
    SEMTIDY_HERE("CreateSemaphoreA", 99, #__VA_ARGS__))
#undef CreateSemaphoreW
#define CreateSemaphoreW(...) \
  semtidy_shim_CreateSemaphoreW(__VA_ARGS__, \
    SEMTIDY_HERE("CreateSemaphoreW", 99, #__VA_ARGS__))
#undef CreateSemaphoreExA
#define CreateSemaphoreExA(...) \
  semtidy_shim_CreateSemaphoreExA(__VA_ARGS__, \
    SEMTIDY_HERE("CreateSemaphoreExA", 99, #__VA_ARGS__))
#undef CreateSemaphoreExW
#define CreateSemaphoreExW(...) \
  semtidy_shim_CreateSemaphoreExW(__VA_ARGS__, \
    SEMTIDY_HERE("CreateSemaphoreExW", 99, #__VA_ARGS__))
#undef CreateEventA
#define CreateEventA(...) \
  semtidy_shim_CreateEventA(__VA_ARGS__, \
    SEMTIDY_HERE("CreateEventA", 99, #__VA_ARGS__))
#undef CreateEventW
#define CreateEventW(...) \
  semtidy_shim_CreateEventW(__VA_ARGS__, \
    SEMTIDY_HERE("CreateEventW", 99, #__VA_ARGS__))
#undef OpenMutexA
#define OpenMutexA(...) \
  semtidy_shim_OpenMutexA(__VA_ARGS__, \
    SEMTIDY_HERE("OpenMutexA", 99, #__VA_ARGS__))
#undef OpenMutexW
#define OpenMutexW(...) \
  semtidy_shim_OpenMutexW(__VA_ARGS__, \
    SEMTIDY_HERE("OpenMutexW", 99, #__VA_ARGS__))
#undef OpenSemaphoreA
#define OpenSemaphoreA(...) \
  semtidy_shim_OpenSemaphoreA(__VA_ARGS__, \
    SEMTIDY_HERE("OpenSemaphoreA", 99, #__VA_ARGS__))
#undef OpenSemaphoreW
#define OpenSemaphoreW(...) \
  semtidy_shim_OpenSemaphoreW(__VA_ARGS__, \
    SEMTIDY_HERE("OpenSemaphoreW", 99, #__VA_ARGS__))
#undef WaitForSingleObject
#define WaitForSingleObject(...) \
  semtidy_shim_WaitForSingleObject(__VA_ARGS__, \
    SEMTIDY_HERE("WaitForSingleObject", 0, #__VA_ARGS__))
#undef WaitForSingleObjectEx
#define WaitForSingleObjectEx(...) \
  semtidy_shim_WaitForSingleObjectEx(__VA_ARGS__, \
    SEMTIDY_HERE("WaitForSingleObjectEx", 0, #__VA_ARGS__))
#undef WaitForMultipleObjects
#define WaitForMultipleObjects(...) \
  semtidy_shim_WaitForMultipleObjects(__VA_ARGS__, \
    SEMTIDY_HERE("WaitForMultipleObjects", 1, #__VA_ARGS__))
#undef WaitForMultipleObjectsEx
#define WaitForMultipleObjectsEx(...) \
  semtidy_shim_WaitForMultipleObjectsEx(__VA_ARGS__, \
    SEMTIDY_HERE("WaitForMultipleObjectsEx", 1, #__VA_ARGS__))
#undef MsgWaitForMultipleObjects
#define MsgWaitForMultipleObjects(...) \
  semtidy_shim_MsgWaitForMultipleObjects(__VA_ARGS__, \
    SEMTIDY_HERE("MsgWaitForMultipleObjects", 1, #__VA_ARGS__))
#undef MsgWaitForMultipleObjectsEx
#define MsgWaitForMultipleObjectsEx(...) \
  semtidy_shim_MsgWaitForMultipleObjectsEx(__VA_ARGS__, \
    SEMTIDY_HERE("MsgWaitForMultipleObjectsEx", 1, #__VA_ARGS__))
#undef SignalObjectAndWait
#define SignalObjectAndWait(...) \
  semtidy_shim_SignalObjectAndWait(__VA_ARGS__, \
    SEMTIDY_HERE("SignalObjectAndWait", 0, #__VA_ARGS__))
#undef ReleaseMutex
#define ReleaseMutex(...) \
  semtidy_shim_ReleaseMutex(__VA_ARGS__, \
    SEMTIDY_HERE("ReleaseMutex", 0, #__VA_ARGS__))
#undef ReleaseSemaphore
#define ReleaseSemaphore(...) \
  semtidy_shim_ReleaseSemaphore(__VA_ARGS__, \
    SEMTIDY_HERE("ReleaseSemaphore", 0, #__VA_ARGS__))
#undef DuplicateHandle
#define DuplicateHandle(...) \
  semtidy_shim_DuplicateHandle(__VA_ARGS__, \
    SEMTIDY_HERE("DuplicateHandle", 1, #__VA_ARGS__))
#undef CloseHandle
#define CloseHandle(...) \
  semtidy_shim_CloseHandle(__VA_ARGS__, \
    SEMTIDY_HERE("CloseHandle", 0, #__VA_ARGS__))
#undef InitializeCriticalSection
#define InitializeCriticalSection(...) \
  semtidy_shim_InitializeCriticalSection(__VA_ARGS__, \
    SEMTIDY_HERE("InitializeCriticalSection", 0, #__VA_ARGS__))
#undef InitializeCriticalSectionAndSpinCount
#define InitializeCriticalSectionAndSpinCount(...) \
  semtidy_shim_InitializeCriticalSectionAndSpinCount(__VA_ARGS__, \
    SEMTIDY_HERE("InitializeCriticalSectionAndSpinCount", 0, #__VA_ARGS__))
#undef InitializeCriticalSectionEx
#define InitializeCriticalSectionEx(...) \
  semtidy_shim_InitializeCriticalSectionEx(__VA_ARGS__, \
    SEMTIDY_HERE("InitializeCriticalSectionEx", 0, #__VA_ARGS__))
#undef EnterCriticalSection
#define EnterCriticalSection(...) \
  semtidy_shim_EnterCriticalSection(__VA_ARGS__, \
    SEMTIDY_HERE("EnterCriticalSection", 0, #__VA_ARGS__))
#undef TryEnterCriticalSection
#define TryEnterCriticalSection(...) \
  semtidy_shim_TryEnterCriticalSection(__VA_ARGS__, \
    SEMTIDY_HERE("TryEnterCriticalSection", 0, #__VA_ARGS__))
#undef LeaveCriticalSection
#define LeaveCriticalSection(...) \
  semtidy_shim_LeaveCriticalSection(__VA_ARGS__, \
    SEMTIDY_HERE("LeaveCriticalSection", 0, #__VA_ARGS__))
#undef SleepConditionVariableCS
#define SleepConditionVariableCS(...) \
  semtidy_shim_SleepConditionVariableCS(__VA_ARGS__, \
    SEMTIDY_HERE("SleepConditionVariableCS", 1, #__VA_ARGS__))
#undef DeleteCriticalSection
#define DeleteCriticalSection(...) \
  semtidy_shim_DeleteCriticalSection(__VA_ARGS__, \
    SEMTIDY_HERE("DeleteCriticalSection", 0, #__VA_ARGS__))
#undef InitializeSRWLock
#define InitializeSRWLock(...) \
  semtidy_shim_InitializeSRWLock(__VA_ARGS__, \
    SEMTIDY_HERE("InitializeSRWLock", 0, #__VA_ARGS__))
#undef AcquireSRWLockExclusive
#define AcquireSRWLockExclusive(...) \
  semtidy_shim_AcquireSRWLockExclusive(__VA_ARGS__, \
    SEMTIDY_HERE("AcquireSRWLockExclusive", 0, #__VA_ARGS__))
#undef AcquireSRWLockShared
#define AcquireSRWLockShared(...) \
  semtidy_shim_AcquireSRWLockShared(__VA_ARGS__, \
    SEMTIDY_HERE("AcquireSRWLockShared", 0, #__VA_ARGS__))
#undef TryAcquireSRWLockExclusive
#define TryAcquireSRWLockExclusive(...) \
  semtidy_shim_TryAcquireSRWLockExclusive(__VA_ARGS__, \
    SEMTIDY_HERE("TryAcquireSRWLockExclusive", 0, #__VA_ARGS__))
#undef TryAcquireSRWLockShared
#define TryAcquireSRWLockShared(...) \
  semtidy_shim_TryAcquireSRWLockShared(__VA_ARGS__, \
    SEMTIDY_HERE("TryAcquireSRWLockShared", 0, #__VA_ARGS__))
#undef ReleaseSRWLockExclusive
#define ReleaseSRWLockExclusive(...) \
  semtidy_shim_ReleaseSRWLockExclusive(__VA_ARGS__, \
    SEMTIDY_HERE("ReleaseSRWLockExclusive", 0, #__VA_ARGS__))
#undef ReleaseSRWLockShared
#define ReleaseSRWLockShared(...) \
  semtidy_shim_ReleaseSRWLockShared(__VA_ARGS__, \
    SEMTIDY_HERE("ReleaseSRWLockShared", 0, #__VA_ARGS__))
#undef SleepConditionVariableSRW
#define SleepConditionVariableSRW(...) \
  semtidy_shim_SleepConditionVariableSRW(__VA_ARGS__, \
    SEMTIDY_HERE("SleepConditionVariableSRW", 1, #__VA_ARGS__))
#else
#undef CreateMutexA
#define CreateMutexA(a, b, c) \
  semtidy_shim_CreateMutexA(a, b, c, \
    SEMTIDY_HERE("CreateMutexA", 99, #a ", " #b ", " #c))
#undef CreateMutexW
#define CreateMutexW(a, b, c) \
  semtidy_shim_CreateMutexW(a, b, c, \
    SEMTIDY_HERE("CreateMutexW", 99, #a ", " #b ", " #c))
#undef CreateMutexExA
#define CreateMutexExA(a, b, c, d) \
  semtidy_shim_CreateMutexExA(a, b, c, d, \
    SEMTIDY_HERE("CreateMutexExA", 99, #a ", " #b ", " #c ", " #d))
#undef CreateMutexExW
#define CreateMutexExW(a, b, c, d) \
  semtidy_shim_CreateMutexExW(a, b, c, d, \
    SEMTIDY_HERE("CreateMutexExW", 99, #a ", " #b ", " #c ", " #d))
#undef CreateSemaphoreA
#define CreateSemaphoreA(a, b, c, d) \
  semtidy_shim_CreateSemaphoreA(a, b, c, d, \
    SEMTIDY_HERE("CreateSemaphoreA", 99, #a ", " #b ", " #c ", " #d))
#undef CreateSemaphoreW
#define CreateSemaphoreW(a, b, c, d) \
  semtidy_shim_CreateSemaphoreW(a, b, c, d, \
    SEMTIDY_HERE("CreateSemaphoreW", 99, #a ", " #b ", " #c ", " #d))
#undef CreateSemaphoreExA
#define CreateSemaphoreExA(a, b, c, d, e, f) \
  semtidy_shim_CreateSemaphoreExA(a, b, c, d, e, f, \
    SEMTIDY_HERE("CreateSemaphoreExA", 99, #a ", " #b ", " #c ", " #d ", " #e ", " #f))
#undef CreateSemaphoreExW
#define CreateSemaphoreExW(a, b, c, d, e, f) \
  semtidy_shim_CreateSemaphoreExW(a, b, c, d, e, f, \
    SEMTIDY_HERE("CreateSemaphoreExW", 99, #a ", " #b ", " #c ", " #d ", " #e ", " #f))
#undef CreateEventA
#define CreateEventA(a, b, c, d) \
  semtidy_shim_CreateEventA(a, b, c, d, \
    SEMTIDY_HERE("CreateEventA", 99, #a ", " #b ", " #c ", " #d))
#undef CreateEventW
#define CreateEventW(a, b, c, d) \
  semtidy_shim_CreateEventW(a, b, c, d, \
    SEMTIDY_HERE("CreateEventW", 99, #a ", " #b ", " #c ", " #d))
#undef OpenMutexA
#define OpenMutexA(a, b, c) \
  semtidy_shim_OpenMutexA(a, b, c, \
    SEMTIDY_HERE("OpenMutexA", 99, #a ", " #b ", " #c))
#undef OpenMutexW
#define OpenMutexW(a, b, c) \
  semtidy_shim_OpenMutexW(a, b, c, \
    SEMTIDY_HERE("OpenMutexW", 99, #a ", " #b ", " #c))
#undef OpenSemaphoreA
#define OpenSemaphoreA(a, b, c) \
  semtidy_shim_OpenSemaphoreA(a, b, c, \
    SEMTIDY_HERE("OpenSemaphoreA", 99, #a ", " #b ", " #c))
#undef OpenSemaphoreW
#define OpenSemaphoreW(a, b, c) \
  semtidy_shim_OpenSemaphoreW(a, b, c, \
    SEMTIDY_HERE("OpenSemaphoreW", 99, #a ", " #b ", " #c))
#undef WaitForSingleObject
#define WaitForSingleObject(a, b) \
  semtidy_shim_WaitForSingleObject(a, b, \
    SEMTIDY_HERE("WaitForSingleObject", 0, #a ", " #b))
#undef WaitForSingleObjectEx
#define WaitForSingleObjectEx(a, b, c) \
  semtidy_shim_WaitForSingleObjectEx(a, b, c, \
    SEMTIDY_HERE("WaitForSingleObjectEx", 0, #a ", " #b ", " #c))
#undef WaitForMultipleObjects
#define WaitForMultipleObjects(a, b, c, d) \
  semtidy_shim_WaitForMultipleObjects(a, b, c, d, \
    SEMTIDY_HERE("WaitForMultipleObjects", 1, #a ", " #b ", " #c ", " #d))
#undef WaitForMultipleObjectsEx
#define WaitForMultipleObjectsEx(a, b, c, d, e) \
  semtidy_shim_WaitForMultipleObjectsEx(a, b, c, d, e, \
    SEMTIDY_HERE("WaitForMultipleObjectsEx", 1, #a ", " #b ", " #c ", " #d ", " #e))
#undef MsgWaitForMultipleObjects
#define MsgWaitForMultipleObjects(a, b, c, d, e) \
  semtidy_shim_MsgWaitForMultipleObjects(a, b, c, d, e, \
    SEMTIDY_HERE("MsgWaitForMultipleObjects", 1, #a ", " #b ", " #c ", " #d ", " #e))
#undef MsgWaitForMultipleObjectsEx
#define MsgWaitForMultipleObjectsEx(a, b, c, d, e) \
  semtidy_shim_MsgWaitForMultipleObjectsEx(a, b, c, d, e, \
    SEMTIDY_HERE("MsgWaitForMultipleObjectsEx", 1, #a ", " #b ", " #c ", " #d ", " #e))
#undef SignalObjectAndWait
#define SignalObjectAndWait(a, b, c, d) \
  semtidy_shim_SignalObjectAndWait(a, b, c, d, \
    SEMTIDY_HERE("SignalObjectAndWait", 0, #a ", " #b ", " #c ", " #d))
#undef ReleaseMutex
#define ReleaseMutex(a) \
  semtidy_shim_ReleaseMutex(a, \
    SEMTIDY_HERE("ReleaseMutex", 0, #a))
#undef ReleaseSemaphore
#define ReleaseSemaphore(a, b, c) \
  semtidy_shim_ReleaseSemaphore(a, b, c, \
    SEMTIDY_HERE("ReleaseSemaphore", 0, #a ", " #b ", " #c))
#undef DuplicateHandle
#define DuplicateHandle(a, b, c, d, e, f, g) \
  semtidy_shim_DuplicateHandle(a, b, c, d, e, f, g, \
    SEMTIDY_HERE("DuplicateHandle", 1, #a ", " #b ", " #c ", " #d ", " #e ", " #f ", " #g))
#undef CloseHandle
#define CloseHandle(a) \
  semtidy_shim_CloseHandle(a, \
    SEMTIDY_HERE("CloseHandle", 0, #a))
#undef InitializeCriticalSection
#define InitializeCriticalSection(a) \
  semtidy_shim_InitializeCriticalSection(a, \
    SEMTIDY_HERE("InitializeCriticalSection", 0, #a))
#undef InitializeCriticalSectionAndSpinCount
#define InitializeCriticalSectionAndSpinCount(a, b) \
  semtidy_shim_InitializeCriticalSectionAndSpinCount(a, b, \
    SEMTIDY_HERE("InitializeCriticalSectionAndSpinCount", 0, #a ", " #b))
#undef InitializeCriticalSectionEx
#define InitializeCriticalSectionEx(a, b, c) \
  semtidy_shim_InitializeCriticalSectionEx(a, b, c, \
    SEMTIDY_HERE("InitializeCriticalSectionEx", 0, #a ", " #b ", " #c))
#undef EnterCriticalSection
#define EnterCriticalSection(a) \
  semtidy_shim_EnterCriticalSection(a, \
    SEMTIDY_HERE("EnterCriticalSection", 0, #a))
#undef TryEnterCriticalSection
#define TryEnterCriticalSection(a) \
  semtidy_shim_TryEnterCriticalSection(a, \
    SEMTIDY_HERE("TryEnterCriticalSection", 0, #a))
#undef LeaveCriticalSection
#define LeaveCriticalSection(a) \
  semtidy_shim_LeaveCriticalSection(a, \
    SEMTIDY_HERE("LeaveCriticalSection", 0, #a))
#undef SleepConditionVariableCS
#define SleepConditionVariableCS(a, b, c) \
  semtidy_shim_SleepConditionVariableCS(a, b, c, \
    SEMTIDY_HERE("SleepConditionVariableCS", 1, #a ", " #b ", " #c))
#undef DeleteCriticalSection
#define DeleteCriticalSection(a) \
  semtidy_shim_DeleteCriticalSection(a, \
    SEMTIDY_HERE("DeleteCriticalSection", 0, #a))
#undef InitializeSRWLock
#define InitializeSRWLock(a) \
  semtidy_shim_InitializeSRWLock(a, \
    SEMTIDY_HERE("InitializeSRWLock", 0, #a))
#undef AcquireSRWLockExclusive
#define AcquireSRWLockExclusive(a) \
  semtidy_shim_AcquireSRWLockExclusive(a, \
    SEMTIDY_HERE("AcquireSRWLockExclusive", 0, #a))
#undef AcquireSRWLockShared
#define AcquireSRWLockShared(a) \
  semtidy_shim_AcquireSRWLockShared(a, \
    SEMTIDY_HERE("AcquireSRWLockShared", 0, #a))
#undef TryAcquireSRWLockExclusive
#define TryAcquireSRWLockExclusive(a) \
  semtidy_shim_TryAcquireSRWLockExclusive(a, \
    SEMTIDY_HERE("TryAcquireSRWLockExclusive", 0, #a))
#undef TryAcquireSRWLockShared
#define TryAcquireSRWLockShared(a) \
  semtidy_shim_TryAcquireSRWLockShared(a, \
    SEMTIDY_HERE("TryAcquireSRWLockShared", 0, #a))
#undef ReleaseSRWLockExclusive
#define ReleaseSRWLockExclusive(a) \
  semtidy_shim_ReleaseSRWLockExclusive(a, \
    SEMTIDY_HERE("ReleaseSRWLockExclusive", 0, #a))
#undef ReleaseSRWLockShared
#define ReleaseSRWLockShared(a) \
  semtidy_shim_ReleaseSRWLockShared(a, \
    SEMTIDY_HERE("ReleaseSRWLockShared", 0, #a))
#undef SleepConditionVariableSRW
#define SleepConditionVariableSRW(a, b, c, d) \
  semtidy_shim_SleepConditionVariableSRW(a, b, c, d, \
    SEMTIDY_HERE("SleepConditionVariableSRW", 1, #a ", " #b ", " #c ", " #d))
#endif

#endif /* win32 */

#endif

/*--- For the program's own use ----------------------------------------------*/

#if !defined(SEMTIDY_RECORD_CREATE)
#if SEMTIDY_CONFIRM_ACTIVE
static const struct semtidy_family semtidy_family_project
    __attribute__((unused)) = {
        "project", "what this does to a set semaphore is not known", ""};

/* Events of a lock that no wrapper knows. They name the object's address. Put
   SET after the lock was taken, CLEAR before it is given back, CLOSE before the
   object ends. Without SEMTIDY_CONFIRM they are nothing. */
#define SEMTIDY_RECORD_CREATE(object)                                          \
  semtidy_born(semtidy_address(object), SEMTIDY_OWNER, SEMTIDY_PROBE_NONE, 1,  \
               0, 0, &semtidy_family_project,                                  \
               SEMTIDY_HERE("SEMTIDY_RECORD_CREATE", 0, #object))
#define SEMTIDY_RECORD_SET(object)                                             \
  semtidy_push((object), 0u, SEMTIDY_HERE("SEMTIDY_RECORD_SET", 0, #object))
#define SEMTIDY_RECORD_CLEAR(object)                                           \
  semtidy_cleared((object), SEMTIDY_HERE("SEMTIDY_RECORD_CLEAR", 0, #object))
#define SEMTIDY_RECORD_CLOSE(object)                                           \
  semtidy_closing((object), SEMTIDY_HERE("SEMTIDY_RECORD_CLOSE", 0, #object))

SEMTIDY_INLINE void semtidy_cleared(const volatile void *object,
                                    struct semtidy_site *site,
                                    const char *function) {
  if (!semtidy_pop(object, site, function))
    (void)semtidy_clear_foreign(object);
}
SEMTIDY_INLINE void semtidy_closing(const volatile void *object,
                                    struct semtidy_site *site,
                                    const char *function) {
  struct semtidy_close c;
  semtidy_close_begin(&c, semtidy_address(object));
  semtidy_close_end(&c, 0, 0, 1, 0, 0, &semtidy_family_project, site, function);
}

#else
#define SEMTIDY_RECORD_CREATE(object) ((void)0)
#define SEMTIDY_RECORD_SET(object) ((void)0)
#define SEMTIDY_RECORD_CLEAR(object) ((void)0)
#define SEMTIDY_RECORD_CLOSE(object) ((void)0)
#endif
#endif

#if defined(SEMTIDY_WRAP_FREE) && SEMTIDY_VARIADIC && !defined(semtidy_free_1)
/* A call of something with this name and one argument, or two. Whether it is
   libc's function, the linker knows. */
#define semtidy_free_pick(a, b, c, d, e, f, g, h, n, ...) n
#define semtidy_free_same(...) __VA_ARGS__
#define semtidy_free_1(a) (semtidy_free_at(SEMTIDY_HERE("free", 0, #a)), (a))
#define semtidy_free_2(a, b)                                                   \
  (semtidy_free_at(SEMTIDY_HERE("realloc", 0, #a)), (a)), b
#undef free
#define free(...)                                                              \
  free(semtidy_free_pick(                                                      \
      __VA_ARGS__, semtidy_free_same, semtidy_free_same, semtidy_free_same,    \
      semtidy_free_same, semtidy_free_same, semtidy_free_same,                 \
      semtidy_free_same, semtidy_free_1, semtidy_free_same)(__VA_ARGS__))
#undef realloc
#define realloc(...)                                                           \
  realloc(semtidy_free_pick(                                                   \
      __VA_ARGS__, semtidy_free_same, semtidy_free_same, semtidy_free_same,    \
      semtidy_free_same, semtidy_free_same, semtidy_free_same, semtidy_free_2, \
      semtidy_free_same, semtidy_free_same)(__VA_ARGS__))
#endif

/*--- C++: lock types whose destructor looks ---------------------------------*/

#if defined(__cplusplus) && !defined(SEMTIDY_CONFIRM_CXX)
#define SEMTIDY_CONFIRM_CXX

#if !SEMTIDY_CONFIRM_ACTIVE

#define SEMTIDY_CONDITION_VARIABLE std::condition_variable
#if __cplusplus >= 201103L
namespace semtidy {
/** The lock type itself: nothing is recorded. */
template <class Mutex> using confirmed = Mutex;
} /* namespace semtidy */
#endif

#else

#include <cstdlib>
#include <new>
#include <system_error>
#include <utility>

/** The condition variable that goes with a confirmed mutex. */
#define SEMTIDY_CONDITION_VARIABLE std::condition_variable_any

namespace semtidy {

/** Where a call is, in the program. */
struct location {
  const char *file;
  unsigned line;
  const char *function;

  static constexpr location
  current(const char *file = __builtin_FILE(), unsigned line = __builtin_LINE(),
          const char *function = __builtin_FUNCTION()) noexcept {
    return location{file, line, function};
  }
};

namespace detail {

inline const semtidy_family *family() {
  static const semtidy_family of = {
      "std-mutex", "the destructor of a locked mutex is undefined", ""};
  return &of;
}

inline std::uint32_t place(location at, const char *api, const char *object) {
  semtidy_state *state = semtidy_active();
  return state ? semtidy_place_of(state, at.file, at.line, at.function, api,
                                  object)
               : SEMTIDY_SOMEWHERE;
}

/** The last place where an object was set. Written by who holds it alone. */
class last_place {
  const char *file_ = nullptr;
  unsigned line_ = 0;
  std::uint32_t id_ = 0;

public:
  constexpr last_place() noexcept {}
  std::uint32_t get(location at, const char *api) const {
    return id_ && file_ == at.file && line_ == at.line
               ? id_
               : place(at, api, "mutex");
  }
  std::uint32_t keep(location at, const char *api) {
    std::uint32_t id = get(at, api);
    file_ = at.file;
    line_ = at.line;
    return id_ = id;
  }
};

inline void end(const volatile void *object, semtidy_close &c, location born,
                const char *name) {
  std::uint32_t at = place(born, "the end of its storage", name);
  c.created = at;
  semtidy_close_end_at(&c, 0, 0, 1, 0, 0, SEMTIDY_BY_SCOPE, family(), at);
  (void)object;
}

} /* namespace detail */

/** A mutex that reports when it is destroyed while it is held. It can be used
   wherever `Mutex` can: `using Mutex = semtidy::confirmed<std::mutex>;` */
template <class Mutex> class confirmed {
  Mutex mutex_;
  location born_;
  detail::last_place last_;

  bool taken(bool done, location at, const char *api) {
    if (done)
      semtidy_push_at(this, 0, last_.keep(at, api));
    return done;
  }
  bool shared(bool done, location at, const char *api) {
    if (done)
      semtidy_push_at(this, SEMTIDY_SHARED, last_.get(at, api));
    return done;
  }
  void cleared() {
    if (!semtidy_pop(this, nullptr, ""))
      (void)semtidy_clear_foreign(this);
  }

public:
  constexpr confirmed(location at = location::current()) noexcept
      : mutex_(), born_(at), last_() {}
  confirmed(const confirmed &) = delete;
  confirmed &operator=(const confirmed &) = delete;
  ~confirmed() {
    semtidy_close c;
    semtidy_close_begin(&c, semtidy_address(this));
    detail::end(this, c, born_, "mutex");
  }

  /** The mutex inside. What is done to it directly is not seen. */
  Mutex &wrapped() { return mutex_; }

  void lock(location at = location::current()) {
    semtidy_wait_begin(this);
    mutex_.lock();
    semtidy_wait_end();
    taken(true, at, "lock");
  }
  bool try_lock(location at = location::current()) {
    return taken(mutex_.try_lock(), at, "try_lock");
  }
  template <class Duration>
  bool try_lock_for(const Duration &d, location at = location::current()) {
    return taken(mutex_.try_lock_for(d), at, "try_lock_for");
  }
  template <class Time>
  bool try_lock_until(const Time &t, location at = location::current()) {
    return taken(mutex_.try_lock_until(t), at, "try_lock_until");
  }
  void unlock() {
    cleared();
    mutex_.unlock();
  }
  void lock_shared(location at = location::current()) {
    semtidy_wait_begin(this);
    mutex_.lock_shared();
    semtidy_wait_end();
    shared(true, at, "lock_shared");
  }
  bool try_lock_shared(location at = location::current()) {
    return shared(mutex_.try_lock_shared(), at, "try_lock_shared");
  }
  template <class Duration>
  bool try_lock_shared_for(const Duration &d,
                           location at = location::current()) {
    return shared(mutex_.try_lock_shared_for(d), at, "try_lock_shared_for");
  }
  template <class Time>
  bool try_lock_shared_until(const Time &t, location at = location::current()) {
    return shared(mutex_.try_lock_shared_until(t), at, "try_lock_shared_until");
  }
  void unlock_shared() {
    cleared();
    mutex_.unlock_shared();
  }
};

#if defined(__cpp_lib_semaphore)
/** A semaphore that reports when it is destroyed while permits are taken, if
   it began with at least one. One that began with none is for signalling. */
template <std::ptrdiff_t Most> class confirmed<std::counting_semaphore<Most>> {
  std::counting_semaphore<Most> semaphore_;
  location born_;
  std::ptrdiff_t initial_;
  std::ptrdiff_t taken_ = 0;
  std::uint32_t set_ = 0, set_thread_ = 0;

  bool take(bool done, location at, const char *api) {
    if (done) {
      SEMTIDY_ADD(taken_, std::ptrdiff_t(1));
      SEMTIDY_STORE(set_, detail::place(at, api, "semaphore"));
      SEMTIDY_STORE(set_thread_, SEMTIDY_LOAD(semtidy_me()->tid));
    }
    return done;
  }

public:
  constexpr explicit confirmed(std::ptrdiff_t desired,
                               location at = location::current())
      : semaphore_(desired), born_(at), initial_(desired) {}
  confirmed(const confirmed &) = delete;
  confirmed &operator=(const confirmed &) = delete;
  ~confirmed() {
    semtidy_close c;
    std::ptrdiff_t taken = SEMTIDY_LOAD(taken_);
    semtidy_close_begin(&c, semtidy_address(this));
    c.kind = SEMTIDY_PERMIT;
    c.initial = static_cast<std::int32_t>(initial_);
    c.set = initial_ > 0 && taken > 0;
    c.depth = taken > 0 ? static_cast<std::uint32_t>(taken) : 0;
    c.set_place = SEMTIDY_LOAD(set_);
    c.set_tid = SEMTIDY_LOAD(set_thread_);
    detail::end(this, c, born_, "semaphore");
  }

  static constexpr std::ptrdiff_t max() noexcept {
    return std::counting_semaphore<Most>::max();
  }
  void acquire(location at = location::current()) {
    semtidy_wait_begin(this);
    semaphore_.acquire();
    semtidy_wait_end();
    take(true, at, "acquire");
  }
  bool try_acquire(location at = location::current()) {
    return take(semaphore_.try_acquire(), at, "try_acquire");
  }
  template <class Duration>
  bool try_acquire_for(const Duration &d, location at = location::current()) {
    return take(semaphore_.try_acquire_for(d), at, "try_acquire_for");
  }
  template <class Time>
  bool try_acquire_until(const Time &t, location at = location::current()) {
    return take(semaphore_.try_acquire_until(t), at, "try_acquire_until");
  }
  void release(std::ptrdiff_t update = 1) {
    SEMTIDY_ADD(taken_, -update);
    semaphore_.release(update);
  }
};
#endif

} /* namespace semtidy */

#endif
#endif

/*--- C++: the standard guards for these types -------------------------------*/

#if defined(__cplusplus) && SEMTIDY_CONFIRM_ACTIVE &&                          \
    !defined(SEMTIDY_CONFIRM_GUARDS)
#define SEMTIDY_CONFIRM_GUARDS

#include <chrono>
#include <memory>
#include <type_traits>

namespace semtidy {
namespace detail {

/** std::unique_lock and std::shared_lock, passing on where they are used. */
template <class Lock, bool Shared> class guard {
  Lock *lock_ = nullptr;
  bool owns_ = false;

  void need(bool owned) const {
    if (lock_ && owns_ == owned)
      return;
#if defined(__cpp_exceptions)
    throw std::system_error(std::make_error_code(
        lock_ && owns_ ? std::errc::resource_deadlock_would_occur
                       : std::errc::operation_not_permitted));
#else
    std::abort();
#endif
  }
  template <bool S = Shared>
  typename std::enable_if<S>::type take(location at) {
    lock_->lock_shared(at);
  }
  template <bool S = Shared>
  typename std::enable_if<!S>::type take(location at) {
    lock_->lock(at);
  }
  template <bool S = Shared> typename std::enable_if<S>::type give() {
    lock_->unlock_shared();
  }
  template <bool S = Shared> typename std::enable_if<!S>::type give() {
    lock_->unlock();
  }

public:
  using mutex_type = Lock;

  guard() noexcept = default;
  explicit guard(Lock &lock, location at = location::current())
      : lock_(std::addressof(lock)) {
    take(at);
    owns_ = true;
  }
  guard(Lock &lock, std::defer_lock_t) noexcept : lock_(std::addressof(lock)) {}
  guard(Lock &lock, std::adopt_lock_t)
      : lock_(std::addressof(lock)), owns_(true) {}
  guard(Lock &lock, std::try_to_lock_t, location at = location::current())
      : lock_(std::addressof(lock)) {
    try_lock(at);
  }
  template <class Rep, class Period>
  guard(Lock &lock, const std::chrono::duration<Rep, Period> &d,
        location at = location::current())
      : lock_(std::addressof(lock)) {
    try_lock_for(d, at);
  }
  template <class Clock, class Duration>
  guard(Lock &lock, const std::chrono::time_point<Clock, Duration> &t,
        location at = location::current())
      : lock_(std::addressof(lock)) {
    try_lock_until(t, at);
  }
  guard(guard &&other) noexcept : lock_(other.lock_), owns_(other.owns_) {
    other.lock_ = nullptr;
    other.owns_ = false;
  }
  guard &operator=(guard &&other) {
    guard(std::move(other)).swap(*this);
    return *this;
  }
  ~guard() {
    if (owns_)
      give();
  }

  void lock(location at = location::current()) {
    need(false);
    take(at);
    owns_ = true;
  }
  bool try_lock(location at = location::current()) {
    need(false);
    return owns_ = attempt(at);
  }
  template <class D>
  bool try_lock_for(const D &d, location at = location::current()) {
    need(false);
    return owns_ = attempt_for(d, at);
  }
  template <class T>
  bool try_lock_until(const T &t, location at = location::current()) {
    need(false);
    return owns_ = attempt_until(t, at);
  }
  void unlock() {
    need(true);
    give();
    owns_ = false;
  }
  void swap(guard &other) noexcept {
    std::swap(lock_, other.lock_);
    std::swap(owns_, other.owns_);
  }
  Lock *release() noexcept {
    Lock *lock = lock_;
    lock_ = nullptr;
    owns_ = false;
    return lock;
  }
  bool owns_lock() const noexcept { return owns_; }
  explicit operator bool() const noexcept { return owns_; }
  Lock *mutex() const noexcept { return lock_; }

private:
  template <bool S = Shared>
  typename std::enable_if<S, bool>::type attempt(location at) {
    return lock_->try_lock_shared(at);
  }
  template <bool S = Shared>
  typename std::enable_if<!S, bool>::type attempt(location at) {
    return lock_->try_lock(at);
  }
  template <class D, bool S = Shared>
  typename std::enable_if<S, bool>::type attempt_for(const D &d, location at) {
    return lock_->try_lock_shared_for(d, at);
  }
  template <class D, bool S = Shared>
  typename std::enable_if<!S, bool>::type attempt_for(const D &d, location at) {
    return lock_->try_lock_for(d, at);
  }
  template <class T, bool S = Shared>
  typename std::enable_if<S, bool>::type attempt_until(const T &t,
                                                       location at) {
    return lock_->try_lock_shared_until(t, at);
  }
  template <class T, bool S = Shared>
  typename std::enable_if<!S, bool>::type attempt_until(const T &t,
                                                        location at) {
    return lock_->try_lock_until(t, at);
  }
};

} /* namespace detail */
} /* namespace semtidy */

/* The standard guards for confirmed mutexes, so that a report names the line
   of the guard and not one of the standard library. */
namespace std {

template <class M> class lock_guard<semtidy::confirmed<M>> {
  semtidy::confirmed<M> &lock_;

public:
  using mutex_type = semtidy::confirmed<M>;
  explicit lock_guard(mutex_type &lock,
                      semtidy::location at = semtidy::location::current())
      : lock_(lock) {
    lock_.lock(at);
  }
  lock_guard(mutex_type &lock, std::adopt_lock_t) : lock_(lock) {}
  lock_guard(const lock_guard &) = delete;
  lock_guard &operator=(const lock_guard &) = delete;
  ~lock_guard() { lock_.unlock(); }
};

template <class M>
class unique_lock<semtidy::confirmed<M>>
    : public semtidy::detail::guard<semtidy::confirmed<M>, false> {
public:
  using semtidy::detail::guard<semtidy::confirmed<M>, false>::guard;
  unique_lock() noexcept = default;
  explicit unique_lock(semtidy::confirmed<M> &lock,
                       semtidy::location at = semtidy::location::current())
      : semtidy::detail::guard<semtidy::confirmed<M>, false>(lock, at) {}
};

#if __cplusplus >= 201402L
template <class M>
class shared_lock<semtidy::confirmed<M>>
    : public semtidy::detail::guard<semtidy::confirmed<M>, true> {
public:
  using semtidy::detail::guard<semtidy::confirmed<M>, true>::guard;
  shared_lock() noexcept = default;
  explicit shared_lock(semtidy::confirmed<M> &lock,
                       semtidy::location at = semtidy::location::current())
      : semtidy::detail::guard<semtidy::confirmed<M>, true>(lock, at) {}
};
#endif

#if __cplusplus >= 201703L
template <class M> class scoped_lock<semtidy::confirmed<M>> {
  semtidy::confirmed<M> &lock_;

public:
  using mutex_type = semtidy::confirmed<M>;
  explicit scoped_lock(mutex_type &lock,
                       semtidy::location at = semtidy::location::current())
      : lock_(lock) {
    lock_.lock(at);
  }
  scoped_lock(std::adopt_lock_t, mutex_type &lock) : lock_(lock) {}
  scoped_lock(const scoped_lock &) = delete;
  scoped_lock &operator=(const scoped_lock &) = delete;
  ~scoped_lock() { lock_.unlock(); }
};
#endif

} /* namespace std */

#endif

/*--- C++: delete ------------------------------------------------------------*/

#if defined(__cplusplus) && SEMTIDY_CONFIRM_ACTIVE &&                          \
    !defined(SEMTIDY_CONFIRM_DELETE)
#define SEMTIDY_CONFIRM_DELETE

/* A program may replace these functions, and one that does so itself replaces
   ours. AddressSanitizer has its own, and would see new without its delete. */
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SEMTIDY_CONFIRM_NO_DELETE
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || !defined(__linux__)
#define SEMTIDY_CONFIRM_NO_DELETE
#endif

#if !defined(SEMTIDY_CONFIRM_NO_DELETE)
extern "C" void semtidy_libc_free_cxx(void *) SEMTIDY_LIBC("free");
extern "C" std::size_t semtidy_libc_usable_cxx(void *)
    SEMTIDY_LIBC("malloc_usable_size");
#define SEMTIDY_DELETE __attribute__((weak, visibility("default")))
SEMTIDY_DELETE void operator delete(void *block) noexcept {
  if (block) {
    semtidy_freeing(block, semtidy_libc_usable_cxx(block), SEMTIDY_SOMEWHERE);
    semtidy_libc_free_cxx(block);
  }
}
SEMTIDY_DELETE void operator delete[](void *block) noexcept {
  ::operator delete(block);
}
#if defined(__cpp_sized_deallocation)
SEMTIDY_DELETE void operator delete(void *block, std::size_t) noexcept {
  ::operator delete(block);
}
SEMTIDY_DELETE void operator delete[](void *block, std::size_t) noexcept {
  ::operator delete[](block);
}
#endif
#endif

#endif

