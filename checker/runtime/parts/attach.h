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
