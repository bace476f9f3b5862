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
