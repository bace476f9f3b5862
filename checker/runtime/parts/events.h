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
