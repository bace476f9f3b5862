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
