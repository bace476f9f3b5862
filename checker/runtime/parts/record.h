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
