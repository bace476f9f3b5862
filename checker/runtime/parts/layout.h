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
