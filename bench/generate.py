# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Sources of a known size and shape for the benchmark.

Each function returns the text of one file that compiles as C and as C++. The
same arguments always give the same text.
"""

HEADER = """\
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __cplusplus
#include <string>
#include <utility>
inline void consume(std::string) {}
#define MOVE(text) do { std::string s(text); consume(std::move(s)); } while (0)
#else
#define MOVE(text) puts(text)
#endif
int input(int);
void output(int);
"""


def lock_heavy(functions):
    """Many functions that each create, set, clear and close a mutex or two."""
    text = [HEADER, "struct item { pthread_mutex_t lock; int count; char name[32]; };\n"]
    for i in range(functions):
        text.append(
            f"""
static int check_{i}(struct item *it, int n) {{
  int rc = pthread_mutex_trylock(&it->lock);
  if (rc != 0)
    return rc;
  for (int k = 0; k < n; k++)
    it->count += input(k) + {i};
  pthread_mutex_unlock(&it->lock);
  return 0;
}}
int use_{i}(int n, const char *name) {{
  int held = 0, rc = -1;
  struct item *it = (struct item *)calloc(1, sizeof(*it));
  if (!it)
    return -1;
  if (pthread_mutex_init(&it->lock, NULL) != 0)
    goto out;
  strncpy(it->name, name, sizeof(it->name) - 1);
  if (n > {i}) {{
    pthread_mutex_lock(&it->lock);
    held = 1;
  }}
  switch (input(n)) {{
  case 0:
    it->count++;
    break;
  case 1:
    if (held)
      pthread_mutex_unlock(&it->lock);
    held = 0;
    rc = check_{i}(it, n);
    break;
  default:
    MOVE(name);
    output(it->count);
  }}
  if (held)
    pthread_mutex_unlock(&it->lock);
  pthread_mutex_destroy(&it->lock);
out:
  free(it);
  return rc;
}}
"""
        )
    return "".join(text)


def lock_free(functions):
    """The same size and control flow, without any name that has a model."""
    text = [
        HEADER.replace("#include <pthread.h>\n", ""),
        "struct item { int state; int count; char name[32]; };\n",
        "int prepare(int *); int begin(int *); int probe(int *);\n",
        "void finish(int *); void discard(int *);\n",
    ]
    body = "".join(lock_heavy(functions).split("};\n", 1)[1])
    for old, new in (
        ("pthread_mutex_trylock", "probe"),
        ("pthread_mutex_lock", "begin"),
        ("pthread_mutex_unlock", "finish"),
        ("pthread_mutex_destroy", "discard"),
        ("pthread_mutex_init(&it->lock, NULL)", "prepare(&it->lock)"),
        ("it->lock", "it->state"),
        ("free(it)", "output(it->count)"),
        ("calloc(1, sizeof(*it))", "prepared_item()"),
    ):
        body = body.replace(old, new)
    return "".join(text) + "void *prepared_item(void);\n" + body


def blocks_plain(count):
    """One function of about `count` blocks; each branch is balanced."""
    text = [HEADER, "int f(pthread_mutex_t *m, const int *a) {\n  int s = 0;\n"]
    for i in range(count // 2):
        text.append(
            f"  if (a[{i}]) {{ pthread_mutex_lock(m); s += {i}; pthread_mutex_unlock(m); }}\n"
        )
    text.append("  pthread_mutex_destroy(m);\n  return s;\n}\n")
    return "".join(text)


def blocks_flags(count):
    """The same condition at set and clear, a new one for every pair."""
    text = [HEADER, "int f(pthread_mutex_t *m, const int *a) {\n  int s = 0;\n"]
    for i in range(count // 4):
        text.append(
            f"  {{ int held = 0;\n"
            f"    if (a[{i}] > s) {{ pthread_mutex_lock(m); held = 1; }}\n"
            f"    s += input(s);\n"
            f"    if (held) pthread_mutex_unlock(m); }}\n"
        )
    text.append("  pthread_mutex_destroy(m);\n  return s;\n}\n")
    return "".join(text)


def blocks_skips(count):
    """Every branch can leave with the mutex held: as many findings' paths."""
    text = [HEADER, "int f(pthread_mutex_t *m, const int *a) {\n  int s = 0;\n"]
    for i in range(count // 3):
        text.append(
            f"  pthread_mutex_lock(m);\n"
            f"  if (a[{i}]) goto out;\n"
            f"  if (a[s]) s += {i};\n"
            f"  pthread_mutex_unlock(m);\n"
        )
    text.append("out:\n  pthread_mutex_destroy(m);\n  return s;\n}\n")
    return "".join(text)


def blocks_loops(count):
    """Loops one after the other, each with a branch and a set inside."""
    text = [HEADER, "int f(pthread_mutex_t *m, int n) {\n  int s = 0;\n"]
    for i in range(count // 6):
        text.append(
            f"  for (int i = 0; i < n; i++) {{\n"
            f"    pthread_mutex_lock(m);\n"
            f"    if (input(i) == {i}) {{ pthread_mutex_unlock(m); continue; }}\n"
            f"    s += i;\n"
            f"    pthread_mutex_unlock(m);\n"
            f"  }}\n"
        )
    text.append("  pthread_mutex_destroy(m);\n  return s;\n}\n")
    return "".join(text)


def locks(count):
    """One function with `count` mutexes, taken under conditions."""
    text = [HEADER, "struct all {\n"]
    text += [f"  pthread_mutex_t m{i};\n" for i in range(count)]
    text.append("};\nint f(struct all *s, const int *a) {\n")
    for i in range(count):
        text.append(f"  if (a[{i}]) pthread_mutex_lock(&s->m{i});\n")
    text.append("  output(a[0]);\n")
    for i in range(count):
        text.append(f"  if (a[{i}]) pthread_mutex_unlock(&s->m{i});\n")
    for i in range(count):
        text.append(f"  pthread_mutex_destroy(&s->m{i});\n")
    text.append("  return 0;\n}\n")
    return "".join(text)


def depth(count):
    """A chain of `count` calls, with the set at its far end."""
    text = [
        HEADER,
        "static int f0(pthread_mutex_t *m, int n) {\n"
        "  if (n) pthread_mutex_lock(m);\n  return n;\n}\n",
    ]
    for i in range(1, count):
        text.append(
            f"static int f{i}(pthread_mutex_t *m, int n) {{\n"
            f"  if (input(n)) output(n);\n  return f{i - 1}(m, n);\n}}\n"
        )
    text.append(
        f"int f(pthread_mutex_t *m, int n) {{\n  if (f{count - 1}(m, n))\n"
        f"    pthread_mutex_unlock(m);\n  pthread_mutex_destroy(m);\n  return 0;\n}}\n"
    )
    return "".join(text)
