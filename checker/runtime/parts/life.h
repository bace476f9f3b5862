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
