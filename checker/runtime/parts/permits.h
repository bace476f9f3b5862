/*--- Permits: what threads took from semaphores, off the fast path ----------*/

SEMTIDY_OUTLINE int semtidy_count_permits(struct semtidy_state *,
                                          struct semtidy_object *, uint64_t,
                                          int32_t, uint32_t);
SEMTIDY_OUTLINE int32_t semtidy_taken(struct semtidy_state *,
                                      const struct semtidy_object *, uint64_t,
                                      uint32_t *, uint32_t *);
SEMTIDY_OUTLINE void semtidy_forget_permits(struct semtidy_state *, uint64_t);

#if SEMTIDY_BODIES

/** Permits were taken (`place` says where) or, with `by` below 0, are given. A
    thread counts them in its record, if that has an entry for the semaphore or
    a free one where it belongs; all others together in the object. */
SEMTIDY_OUTLINE int semtidy_count_permits(struct semtidy_state *state,
                                          struct semtidy_object *object,
                                          uint64_t key, int32_t by,
                                          uint32_t place) {
  const volatile void *pointer = semtidy_pointer(key);
  const volatile void *nothing = (const volatile void *)0;
  struct semtidy_thread *me = semtidy_me();
  struct semtidy_permits *mine = semtidy_permits_at(me, pointer);
  if (!(key & 1) && SEMTIDY_LOAD(me->serial) && !state->options.trace &&
      (SEMTIDY_LOAD(mine->object) == pointer ||
       SEMTIDY_CAS(mine->object, nothing, pointer))) {
    if (place)
      SEMTIDY_STORE(mine->place, place);
    semtidy_count(&mine->taken, by);
    return 2;
  }
  if (place) {
    SEMTIDY_STORE(object->set, place);
    SEMTIDY_STORE(object->set_tid, SEMTIDY_LOAD(me->tid));
  }
  SEMTIDY_ADD(object->level, by);
  return 2;
}

/** How many permits are taken, and by whom: this thread if it took one, else
    the first that did. */
SEMTIDY_OUTLINE int32_t semtidy_taken(struct semtidy_state *state,
                                      const struct semtidy_object *object,
                                      uint64_t key, uint32_t *place,
                                      uint32_t *tid) {
  const volatile void *pointer = semtidy_pointer(key);
  int32_t sum = SEMTIDY_LOAD(object->level);
  uint32_t used = semtidy_records(state), r;
  int found = 0;
  *place = SEMTIDY_LOAD(object->set);
  *tid = SEMTIDY_LOAD(object->set_tid);
  for (r = 0; r < used && !(key & 1); ++r) {
    struct semtidy_thread *record = &state->threads[r];
    struct semtidy_permits *at = semtidy_permits_at(record, pointer);
    int32_t taken = SEMTIDY_LOAD(at->taken);
    if (SEMTIDY_ACQUIRE(at->object) != pointer)
      continue;
    sum += taken;
    if (taken > 0 && (!found || record == semtidy_me())) {
      found = 1;
      *place = SEMTIDY_LOAD(at->place);
      *tid = SEMTIDY_LOAD(record->tid);
    }
  }
  return sum;
}

/** The semaphore has ended, or a new one begins at its address. */
SEMTIDY_OUTLINE void semtidy_forget_permits(struct semtidy_state *state,
                                            uint64_t key) {
  const volatile void *pointer = semtidy_pointer(key);
  uint32_t used = semtidy_records(state), r;
  for (r = 0; r < used && !(key & 1); ++r) {
    struct semtidy_permits *at =
        semtidy_permits_at(&state->threads[r], pointer);
    if (SEMTIDY_LOAD(at->object) == pointer) {
      SEMTIDY_STORE(at->taken, 0);
      SEMTIDY_RELEASE(at->object, (const volatile void *)0);
    }
  }
}

/** The thread of a record has ended: its counts become the objects'. A close at
    the same time sees too few permits taken rather than too many. */
SEMTIDY_OUTLINE void semtidy_leave_permits(struct semtidy_state *state,
                                           struct semtidy_thread *record,
                                           uint32_t tid) {
  uint32_t i;
  for (i = 0; i < SEMTIDY_PERMITS; ++i) {
    struct semtidy_permits *at = &record->permits[i];
    const volatile void *pointer = SEMTIDY_LOAD(at->object);
    int32_t taken = SEMTIDY_LOAD(at->taken);
    struct semtidy_object *object =
        pointer ? semtidy_find(state, semtidy_address(pointer))
                : (struct semtidy_object *)0;
    if (object && taken < 0)
      SEMTIDY_ADD(object->level, taken);
    SEMTIDY_STORE(at->taken, 0);
    SEMTIDY_RELEASE(at->object, (const volatile void *)0);
    if (object && taken > 0) {
      SEMTIDY_STORE(object->set, SEMTIDY_LOAD(at->place));
      SEMTIDY_STORE(object->set_tid, tid);
      SEMTIDY_ADD(object->level, taken);
    }
  }
}

#endif
