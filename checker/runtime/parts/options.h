/*--- Options: SEMTIDY_OPTIONS and suppressions ------------------------------*/

struct semtidy_option {
  const char *name;
  uint32_t offset; /* in struct semtidy_options */
  uint32_t room;   /* of a string; 0: a number */
  int32_t normal;
  const char *meaning;
};

SEMTIDY_OUTLINE const struct semtidy_option *semtidy_option_list(void);
SEMTIDY_OUTLINE void semtidy_set_defaults(struct semtidy_options *);
SEMTIDY_OUTLINE void semtidy_parse_options(struct semtidy_options *,
                                           const char *, const char *);
SEMTIDY_OUTLINE void semtidy_help(const struct semtidy_options *);
SEMTIDY_OUTLINE void semtidy_load_suppressions(struct semtidy_state *);
SEMTIDY_OUTLINE int semtidy_suppresses(const struct semtidy_state *,
                                       const struct semtidy_report *);

#if SEMTIDY_BODIES

#define SEMTIDY_NUMBER(name, normal, meaning)                                  \
  {#name, (uint32_t)offsetof(struct semtidy_options, name), 0, normal, meaning}
#define SEMTIDY_TEXT(name, room, meaning)                                      \
  {#name, (uint32_t)offsetof(struct semtidy_options, name), room, 0, meaning}

SEMTIDY_OUTLINE const struct semtidy_option *semtidy_option_list(void) {
  static const struct semtidy_option list[] = {
      SEMTIDY_TEXT(log_path, 256,
                   "stderr, stdout, or a file; .PID is added to its name"),
      SEMTIDY_NUMBER(log_exe_name, 0,
                     "add the program's name to the log's name"),
      SEMTIDY_NUMBER(exitcode, 66,
                     "exit status if anything was reported; 0: the program's"),
      SEMTIDY_NUMBER(halt_on_error, 0, "exit after the first report"),
      SEMTIDY_NUMBER(abort_on_error, 0,
                     "with halt_on_error: abort instead of exit"),
      SEMTIDY_TEXT(suppressions, 256, "file of suppressions"),
      SEMTIDY_NUMBER(print_suppressions, 1,
                     "say at exit how many reports were suppressed"),
      SEMTIDY_NUMBER(print_summary, 1,
                     "summary at exit: 1 after reports, 2 always, 0 never"),
      SEMTIDY_TEXT(strip_path_prefix, 128,
                   "leave this beginning out of file names"),
      SEMTIDY_NUMBER(verbosity, 0,
                     "1: say at start and at exit what is recorded"),
      SEMTIDY_NUMBER(help, 0, "print this list"),
      SEMTIDY_NUMBER(enable, 1, "0: record nothing"),
      SEMTIDY_NUMBER(text, 1, "write reports as text"),
      SEMTIDY_NUMBER(json, 1, "write reports as JSON, one line each"),
      SEMTIDY_NUMBER(report_all, 0,
                     "report each time, not once per creation and close site"),
      SEMTIDY_NUMBER(log_sites, -1,
                     "write each close site that was reached; -1: to files"),
      SEMTIDY_NUMBER(trace, 0, "write each create, set, clear and close"),
      SEMTIDY_NUMBER(check_free, 1,
                     "look for set objects in memory that is freed"),
      SEMTIDY_NUMBER(max_objects, 65536, "objects that can be known at once"),
      SEMTIDY_NUMBER(max_threads, 1024, "threads that can be known at once"),
      SEMTIDY_NUMBER(max_places, 8192, "call sites that can be known"),
      {0, 0, 0, 0, 0}};
  return list;
}

SEMTIDY_OUTLINE void semtidy_set_defaults(struct semtidy_options *options) {
  const struct semtidy_option *o;
  for (o = semtidy_option_list(); o->name; ++o)
    if (!o->room)
      *(int32_t *)(void *)((char *)options + o->offset) = o->normal;
}

/** Reads `name=value` pairs, separated as the sanitizers allow. `origin` is
    named where one is not understood. */
SEMTIDY_OUTLINE void semtidy_parse_options(struct semtidy_options *options,
                                           const char *from,
                                           const char *origin) {
  const struct semtidy_option *o;
  while (from && *from) {
    char name[32], value[256];
    uint32_t n = 0, v = 0;
    int known = 0;
    char end = '\0';
    while (*from == ':' || *from == ' ' || *from == ',' || *from == '\n' ||
           *from == '\t' || *from == '\r')
      ++from;
    if (!*from)
      return;
    for (;
         *from && *from != '=' && *from != ':' && *from != ' ' && *from != ',';
         ++from)
      if (n + 1 < sizeof name)
        name[n++] = *from;
    name[n] = '\0';
    if (*from == '=')
      ++from;
    if (*from == '\'' || *from == '"')
      end = *from++;
    /* A colon may follow a drive letter. */
    for (; *from && (end ? *from != end
                         : *from != ' ' && *from != ',' && *from != '\n' &&
                               (*from != ':' || (v == 1 && (from[1] == '\\' ||
                                                            from[1] == '/'))));
         ++from)
      if (v + 1 < sizeof value)
        value[v++] = *from;
    value[v] = '\0';
    if (end && *from)
      ++from;
    for (o = semtidy_option_list(); o->name; ++o) {
      char *field = (char *)options + o->offset;
      uint32_t i;
      long number = 0;
      if (!semtidy_same(o->name, name))
        continue;
      if (o->room) {
        known = v < o->room;
        for (i = 0; known && i <= v; ++i)
          field[i] = value[i];
      } else if (semtidy_same(value, "true") || semtidy_same(value, "yes")) {
        known = 1;
        number = 1;
      } else if (semtidy_same(value, "false") || semtidy_same(value, "no")) {
        known = 1;
      } else {
        i = value[0] == '-';
        known = value[i] != '\0';
        for (; value[i]; ++i) {
          known =
              known && value[i] >= '0' && value[i] <= '9' && number < 100000000;
          number = number * 10 + (value[i] - '0');
        }
        number = value[0] == '-' ? -number : number;
      }
      if (known && !o->room)
        *(int32_t *)(void *)field = (int32_t)number;
      break;
    }
    if (!known) {
      struct semtidy_text text;
      text.used = 0;
      semtidy_say(&text, "semtidy: ");
      semtidy_say(&text, origin);
      semtidy_say(&text, o->name ? ": bad value in '" : ": unknown option '");
      semtidy_say(&text, name);
      semtidy_say(&text, "='; help=1 lists all\n");
      semtidy_output("2", text.at, text.used);
    }
  }
}

SEMTIDY_OUTLINE void semtidy_help(const struct semtidy_options *options) {
  const struct semtidy_option *o;
  struct semtidy_text text;
  text.used = 0;
  semtidy_say(&text, "Options of SEMTIDY_OPTIONS (name=value:name=value)\n");
  for (o = semtidy_option_list(); o->name; ++o) {
    const char *field = (const char *)options + o->offset;
    semtidy_say(&text, "  ");
    semtidy_say(&text, o->name);
    semtidy_say(&text, "\n      - ");
    semtidy_say(&text, o->meaning);
    semtidy_say(&text, " (now ");
    if (o->room)
      semtidy_say_quoted(&text, field);
    else
      semtidy_say_number(&text, *(const int32_t *)(const void *)field);
    semtidy_say(&text, ")\n");
  }
  semtidy_output("2", text.at, text.used);
}

#define SEMTIDY_SUPPRESSIONS 32768u

SEMTIDY_OUTLINE void semtidy_load_suppressions(struct semtidy_state *state) {
  uint32_t got;
  if (!state->options.suppressions[0])
    return;
  state->suppressions = (char *)semtidy_map(SEMTIDY_SUPPRESSIONS);
  got = state->suppressions
            ? semtidy_read_file(state->options.suppressions,
                                state->suppressions, SEMTIDY_SUPPRESSIONS)
            : 0xffffffffu;
  if (got == 0xffffffffu || got == SEMTIDY_SUPPRESSIONS) {
    static const char bad[] = "semtidy: the file of suppressions cannot be "
                              "read, or is above 32 KiB\n";
    semtidy_output("2", bad, sizeof bad - 1);
    got = 0;
  }
  state->suppressions_size = got;
}

/** Whether a line `TYPE:PATTERN` applies. TYPE is what the pattern is
    compared with; the check's name stands for all of them. */
SEMTIDY_OUTLINE int semtidy_suppresses(const struct semtidy_state *state,
                                       const struct semtidy_report *report) {
  const char *line = state->suppressions;
  const char *end = line ? line + state->suppressions_size : line;
  while (line && line < end) {
    const char *fields[4][2];
    uint32_t type = 0, size = 0, all, i;
    char name[32];
    fields[0][0] = "file", fields[0][1] = report->file;
    fields[1][0] = "function", fields[1][1] = report->function;
    fields[2][0] = "object", fields[2][1] = report->object;
    fields[3][0] = "family", fields[3][1] = report->family;
    while (line + size < end && line[size] != '\n')
      ++size;
    while (type < size && line[type] != ':')
      ++type;
    for (i = 0; i < type && i + 1 < sizeof name; ++i)
      name[i] = line[i];
    name[i] = '\0';
    if (line[0] != '#' && type < size) {
      uint32_t last = size;
      if (line[last - 1] == '\r')
        --last;
      all = (uint32_t)semtidy_same(name, "semaphore-close-while-set");
      for (i = 0; i < 4; ++i)
        if ((all || semtidy_same(name, fields[i][0])) &&
            semtidy_matches(line + type + 1, last - type - 1, fields[i][1]))
          return 1;
    }
    line += size + 1;
  }
  return 0;
}

#endif
