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
