/*--- Objects: what was created, by address or handle ------------------------*/

/* An open-addressed table. A key moves 0 -> k -> 1 (gone) -> k ... and never
   back to 0, so a search may stop at 0. Only a call that creates or opens an
   object inserts, and before it returns nobody else can know the object. */

SEMTIDY_OUTLINE uint32_t semtidy_home(const struct semtidy_state *, uint64_t);
SEMTIDY_OUTLINE struct semtidy_object *semtidy_find(struct semtidy_state *,
                                                    uint64_t);
SEMTIDY_OUTLINE struct semtidy_object *semtidy_add(struct semtidy_state *,
                                                   uint64_t);
SEMTIDY_OUTLINE void semtidy_remove(struct semtidy_state *, uint64_t);
SEMTIDY_OUTLINE struct semtidy_object *semtidy_resolve(struct semtidy_state *,
                                                       uint64_t *);
SEMTIDY_OUTLINE uint64_t semtidy_next_in(struct semtidy_state *, uint64_t,
                                         uint64_t, uint64_t *);

#if SEMTIDY_BODIES

#define SEMTIDY_GONE 1u

/* Objects of one page have neighbouring homes, in the order of their
   addresses: so a block of memory is looked through without trying each
   address in it. */
SEMTIDY_OUTLINE uint32_t semtidy_home(const struct semtidy_state *state,
                                      uint64_t key) {
  uint64_t page = key & 1 ? key : key >> 12;
  uint64_t offset = key & 1 ? 0 : key >> 4 & 255;
  return (uint32_t)((page * 0x9e3779b97f4a7c15u >> 32) + offset) &
         state->object_mask;
}

SEMTIDY_OUTLINE struct semtidy_object *semtidy_find(struct semtidy_state *state,
                                                    uint64_t key) {
  uint32_t at = semtidy_home(state, key), i;
  if (key <= SEMTIDY_GONE)
    return (struct semtidy_object *)0;
  for (i = 0; i < SEMTIDY_REACH; ++i, at = (at + 1) & state->object_mask) {
    uint64_t here = SEMTIDY_ACQUIRE(state->keys[at]);
    if (here == key)
      return &state->objects[at];
    if (!here)
      break;
  }
  return (struct semtidy_object *)0;
}

/** The object of a new key, or the one that has it. 0 if the table is full. */
SEMTIDY_OUTLINE struct semtidy_object *semtidy_add(struct semtidy_state *state,
                                                   uint64_t key) {
  struct semtidy_object *object = semtidy_find(state, key);
  uint32_t at = semtidy_home(state, key), i;
  if (object || key <= SEMTIDY_GONE)
    return object;
  for (i = 0; i < SEMTIDY_REACH; ++i, at = (at + 1) & state->object_mask) {
    uint64_t here = SEMTIDY_ACQUIRE(state->keys[at]);
    if (here > SEMTIDY_GONE)
      continue;
    if (SEMTIDY_CAS(state->keys[at], here, key)) {
      if (!(key & 1)) {
        uint32_t bit = (uint32_t)(key >> 12) % SEMTIDY_PAGES;
        __atomic_fetch_or(&state->pages[bit / 32], 1u << bit % 32,
                          __ATOMIC_RELAXED);
      }
      return &state->objects[at];
    }
    if (here == key)
      return &state->objects[at];
  }
  semtidy_complain(state, 4, "objects", "max_objects");
  return (struct semtidy_object *)0;
}

SEMTIDY_OUTLINE void semtidy_remove(struct semtidy_state *state, uint64_t key) {
  struct semtidy_object *object = semtidy_find(state, key);
  if (object)
    SEMTIDY_RELEASE(state->keys[object - state->objects],
                    (uint64_t)SEMTIDY_GONE);
}

/** The object of a key; of a duplicate handle, the one that it stands for,
    whose key it then becomes. */
SEMTIDY_OUTLINE struct semtidy_object *
semtidy_resolve(struct semtidy_state *state, uint64_t *key) {
  struct semtidy_object *object = semtidy_find(state, *key);
  uint64_t alias = object ? SEMTIDY_LOAD(object->alias) : 0;
  if (SEMTIDY_LIKELY(!alias))
    return object;
  *key = alias;
  return semtidy_find(state, alias);
}

/** An object whose address is in [from, to), 0 if there is none. `cursor` is 0
    at first and counts on. */
SEMTIDY_OUTLINE uint64_t semtidy_next_in(struct semtidy_state *state,
                                         uint64_t from, uint64_t to,
                                         uint64_t *cursor) {
  uint64_t page = (from >> 12) + (*cursor >> 12);
  uint64_t step = *cursor & 4095;
  for (; page <= (to - 1) >> 12; ++page, step = 0) {
    uint32_t bit = (uint32_t)page % SEMTIDY_PAGES;
    uint64_t low = page << 12 > from ? page << 12 : from;
    uint64_t high = (page + 1) << 12 < to ? (page + 1) << 12 : to;
    uint32_t home, homes;
    if (!(SEMTIDY_LOAD(state->pages[bit / 32]) >> bit % 32 & 1))
      continue;
    home = semtidy_home(state, low & ~(uint64_t)1);
    homes = (uint32_t)(((high - 1) >> 4) - (low >> 4)) + 1;
    for (; step < homes + SEMTIDY_REACH; ++step) {
      uint64_t here = SEMTIDY_ACQUIRE(
          state->keys[(home + (uint32_t)step) & state->object_mask]);
      if (!(here & 1) && here >= low && here < high) {
        *cursor = ((page - (from >> 12)) << 12) + step + 1;
        return here;
      }
      if (!here && step + 1 >= homes)
        break;
    }
  }
  return 0;
}

#endif
