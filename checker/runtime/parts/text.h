/*--- Text: building one record without stdio --------------------------------*/

#define SEMTIDY_RECORD 4096u /* bytes of the longest record */
#define SEMTIDY_STRING 240u  /* of a string in it; the end of it is kept */

struct semtidy_text {
  uint32_t used;
  char at[SEMTIDY_RECORD];
};

SEMTIDY_OUTLINE void semtidy_say(struct semtidy_text *, const char *);
SEMTIDY_OUTLINE void semtidy_say_number(struct semtidy_text *, long);
SEMTIDY_OUTLINE void semtidy_say_hex(struct semtidy_text *, uint64_t);
SEMTIDY_OUTLINE void semtidy_say_quoted(struct semtidy_text *, const char *);
SEMTIDY_OUTLINE void semtidy_json_string(struct semtidy_text *, const char *,
                                         const char *);
SEMTIDY_OUTLINE void semtidy_json_number(struct semtidy_text *, const char *,
                                         long);
SEMTIDY_OUTLINE const char *semtidy_tail(const char *);
SEMTIDY_OUTLINE int semtidy_same(const char *, const char *);
SEMTIDY_OUTLINE int semtidy_matches(const char *, uint32_t, const char *);

#if SEMTIDY_BODIES

SEMTIDY_OUTLINE void semtidy_say(struct semtidy_text *text, const char *more) {
  while (*more && text->used + 1 < SEMTIDY_RECORD)
    text->at[text->used++] = *more++;
}

SEMTIDY_OUTLINE void semtidy_say_number(struct semtidy_text *text, long value) {
  char digits[24];
  unsigned n = sizeof digits - 1;
  unsigned long rest =
      value < 0 ? 0ul - (unsigned long)value : (unsigned long)value;
  digits[n] = '\0';
  do
    digits[--n] = (char)('0' + rest % 10);
  while ((rest /= 10) != 0);
  if (value < 0)
    digits[--n] = '-';
  semtidy_say(text, digits + n);
}

SEMTIDY_OUTLINE void semtidy_say_hex(struct semtidy_text *text,
                                     uint64_t value) {
  char digits[19];
  unsigned n = sizeof digits - 1;
  digits[n] = '\0';
  do
    digits[--n] = "0123456789abcdef"[value & 15];
  while ((value >>= 4) != 0);
  digits[--n] = 'x';
  digits[--n] = '0';
  semtidy_say(text, digits + n);
}

/** The end of a string that is too long for a record. */
SEMTIDY_OUTLINE const char *semtidy_tail(const char *string) {
  uint32_t size = 0;
  while (string[size])
    ++size;
  return size > SEMTIDY_STRING ? string + (size - SEMTIDY_STRING) : string;
}

/** A JSON string with its quotes. */
SEMTIDY_OUTLINE void semtidy_say_quoted(struct semtidy_text *text,
                                        const char *string) {
  char one[7];
  semtidy_say(text, "\"");
  for (string = semtidy_tail(string); *string; ++string) {
    unsigned char c = (unsigned char)*string;
    unsigned n = 0;
    if (c < 0x20) {
      one[n++] = '\\';
      one[n++] = 'u';
      one[n++] = '0';
      one[n++] = '0';
      one[n++] = "01"[c >> 4];
      one[n++] = "0123456789abcdef"[c & 15];
    } else {
      if (c == '"' || c == '\\')
        one[n++] = '\\';
      one[n++] = (char)c;
    }
    one[n] = '\0';
    semtidy_say(text, one);
  }
  semtidy_say(text, "\"");
}

SEMTIDY_OUTLINE void semtidy_json_string(struct semtidy_text *text,
                                         const char *key, const char *value) {
  semtidy_say(text, ",\"");
  semtidy_say(text, key);
  semtidy_say(text, "\":");
  semtidy_say_quoted(text, value);
}

SEMTIDY_OUTLINE void semtidy_json_number(struct semtidy_text *text,
                                         const char *key, long value) {
  semtidy_say(text, ",\"");
  semtidy_say(text, key);
  semtidy_say(text, "\":");
  semtidy_say_number(text, value);
}

SEMTIDY_OUTLINE int semtidy_same(const char *a, const char *b) {
  while (*a && *a == *b) {
    ++a;
    ++b;
  }
  return *a == *b;
}

/** Whether the text contains the pattern, as the sanitizers match their
    suppressions: `*` is anything, `^` and `$` bind to the ends. */
SEMTIDY_OUTLINE int semtidy_matches(const char *pattern, uint32_t size,
                                    const char *text) {
  uint32_t p = 0, start = 0, retry_p = 0, retry_t = 0, t = 0;
  int bound = size > 0 && pattern[0] == '^';
  if (bound)
    p = start = 1;
  /* An unbound pattern behaves as if it began with a star. */
  retry_p = start;
  for (;;) {
    if (p == size)
      return 1;
    if (pattern[p] == '$' && p + 1 == size) {
      if (!text[t])
        return 1;
    } else if (pattern[p] == '*') {
      bound = 0;
      retry_p = ++p;
      retry_t = t;
      continue;
    } else if (text[t] == pattern[p] && text[t]) {
      ++p;
      ++t;
      continue;
    }
    if (bound || !text[retry_t])
      return 0;
    p = retry_p;
    t = ++retry_t;
  }
}

#endif
