/*--- Places: call sites of the program, copied ------------------------------*/

SEMTIDY_OUTLINE int semtidy_is_place(struct semtidy_state *,
                                     const struct semtidy_place *, const char *,
                                     uint32_t, const char *, const char *,
                                     const char *);
SEMTIDY_OUTLINE uint32_t semtidy_place_of(struct semtidy_state *, const char *,
                                          uint32_t, const char *, const char *,
                                          const char *);
SEMTIDY_OUTLINE uint32_t semtidy_keep(struct semtidy_state *, const char *,
                                      uint32_t);
SEMTIDY_OUTLINE const char *semtidy_string(const struct semtidy_state *,
                                           uint32_t);
SEMTIDY_OUTLINE uint32_t semtidy_object_name(const char *, uint32_t, char *,
                                             uint32_t);

#define SEMTIDY_SOMEWHERE 1u /* the place that stands for unknown ones */

#if SEMTIDY_BODIES

SEMTIDY_OUTLINE const char *semtidy_string(const struct semtidy_state *state,
                                           uint32_t offset) {
  return state->strings + offset;
}

/** Copies a string; 0, the empty one, if there is no room. */
SEMTIDY_OUTLINE uint32_t semtidy_keep(struct semtidy_state *state,
                                      const char *string, uint32_t size) {
  uint32_t at, i;
  if (!size)
    return 0;
  at = SEMTIDY_ADD(state->strings_used, size + 1);
  if (at + size + 1 > SEMTIDY_STRINGS || at + size + 1 < at) {
    SEMTIDY_STORE(state->strings_used, SEMTIDY_STRINGS);
    semtidy_complain(state, 1, "strings", "");
    return 0;
  }
  for (i = 0; i < size; ++i)
    state->strings[at + i] = string[i];
  state->strings[at + size] = '\0';
  return at;
}

/** The spelling of one argument, as the check names an object: without
    parentheses around it, a leading `&` or a cast. */
SEMTIDY_OUTLINE uint32_t semtidy_object_name(const char *args, uint32_t index,
                                             char *name, uint32_t room) {
  const char *begin = args, *end;
  int depth = 0, stripped = 1;
  uint32_t i = 0;
  char quote = '\0';
  for (end = args; *end; ++end) {
    if (quote) {
      if (*end == '\\' && end[1])
        ++end;
      else if (*end == quote)
        quote = '\0';
    } else if (*end == '"' || *end == '\'') {
      quote = *end;
    } else if (*end == '(' || *end == '[' || *end == '{') {
      ++depth;
    } else if (*end == ')' || *end == ']' || *end == '}') {
      --depth;
    } else if (*end == ',' && depth == 0) {
      if (index-- == 0)
        break;
      begin = end + 1;
    }
  }
  if (!*end && index > 0) /* not an argument: the call returns it */
    begin = end;
  while (stripped) {
    const char *close = begin;
    stripped = 0;
    while (begin < end && (*begin == ' ' || *begin == '&')) {
      ++begin;
      stripped = 1;
    }
    while (begin < end && end[-1] == ' ')
      --end;
    if (begin < end && *begin == '(') {
      depth = 0;
      for (close = begin; close < end; ++close) {
        depth += *close == '(';
        depth -= *close == ')';
        if (depth == 0)
          break;
      }
      if (close + 1 == end) { /* (m) */
        ++begin;
        --end;
        stripped = 1;
      } else if (close < end && close > begin &&
                 (close[-1] == '*' || close[1] == '&' ||
                  (close[1] >= 'a' && close[1] <= 'z') ||
                  (close[1] >= 'A' && close[1] <= 'Z') || close[1] == '_')) {
        begin = close + 1; /* (type)m */
        stripped = 1;
      }
    }
  }
  for (; begin < end && i + 1 < room; ++begin)
    name[i++] = *begin;
  name[i] = '\0';
  return i;
}

/** Whether a place is the one with these properties. */
SEMTIDY_OUTLINE int semtidy_is_place(struct semtidy_state *state,
                                     const struct semtidy_place *place,
                                     const char *file, uint32_t line,
                                     const char *function, const char *api,
                                     const char *object) {
  return place->line == line &&
         semtidy_same(semtidy_string(state, place->file), file) &&
         semtidy_same(semtidy_string(state, place->api), api) &&
         semtidy_same(semtidy_string(state, place->object), object) &&
         semtidy_same(semtidy_string(state, place->function), function);
}

/** The place with these properties, made if it is new. Lock-free: of two threads
    that make it at once, the second finds what the first has made. */
SEMTIDY_OUTLINE uint32_t semtidy_place_of(struct semtidy_state *state,
                                          const char *file, uint32_t line,
                                          const char *function, const char *api,
                                          const char *object) {
  uint32_t hash = line * 2654435761u, last_file = 0, chain, id, head, seen;
  uint32_t size;
  const char *c;
  struct semtidy_place *place;
  for (c = file; *c; ++c)
    hash = hash * 31 + (unsigned char)*c;
  chain = hash % SEMTIDY_CHAINS;
  head = SEMTIDY_ACQUIRE(state->chains[chain]);
  for (id = head; id; id = place->next) {
    place = &state->places[id];
    if (semtidy_is_place(state, place, file, line, function, api, object))
      return id;
    if (semtidy_same(semtidy_string(state, place->file), file))
      last_file = place->file;
  }
  id = SEMTIDY_ADD(state->places_used, 1u);
  if (id >= (uint32_t)state->options.max_places) {
    SEMTIDY_STORE(state->places_used, (uint32_t)state->options.max_places);
    semtidy_complain(state, 2, "call sites", "max_places");
    return SEMTIDY_SOMEWHERE;
  }
  place = &state->places[id];
  /* The file is nearly always that of the place before. */
  if (!last_file) {
    last_file = SEMTIDY_ACQUIRE(state->places[id - 1].file);
    if (!semtidy_same(semtidy_string(state, last_file), file))
      last_file = 0;
  }
  for (size = 0; file[size]; ++size)
    continue;
  SEMTIDY_RELEASE(place->file,
                  last_file ? last_file : semtidy_keep(state, file, size));
  for (size = 0; function[size]; ++size)
    continue;
  place->function = semtidy_keep(state, function, size);
  for (size = 0; object[size]; ++size)
    continue;
  place->object = semtidy_keep(state, object, size);
  for (size = 0; api[size]; ++size)
    continue;
  place->api = semtidy_keep(state, api, size);
  place->line = line;
  seen = head;
  do {
    uint32_t other;
    for (other = head; other != seen; other = state->places[other].next)
      if (semtidy_is_place(state, &state->places[other], file, line, function,
                           api, object))
        return other;
    seen = place->next = head;
  } while (!SEMTIDY_CAS(state->chains[chain], head, id));
  return id;
}

/** A site's place. Called once for each site, unless recording is off. */
SEMTIDY_OUTLINE uint32_t semtidy_intern(struct semtidy_site *site,
                                        const char *function) {
  struct semtidy_state *state = semtidy_attach();
  char name[128];
  uint32_t id;
  if (!state || !state->options.enable)
    return SEMTIDY_SOMEWHERE;
  semtidy_object_name(site->args, site->arg, name, sizeof name);
  id = semtidy_place_of(state, site->file, site->line, function, site->api,
                        name);
  SEMTIDY_STORE(site->id, id);
  return id;
}

#endif
