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
