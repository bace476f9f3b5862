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
