#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints a C file of one extreme shape.

    generate.py SHAPE N

Each shape has a function `held` that destroys a mutex that is locked and a
function `released` that does not, with N pieces between the two ends.
"""

import sys

HEAD = """#include <pthread.h>
void work(int);
int ask(int);
"""


def pair(name, body, parameters="pthread_mutex_t *m", lock="m"):
    """The two functions around `body`."""
    for suffix, clear in (("held", ""), ("released", f"  pthread_mutex_unlock({lock});\n")):
        yield f"void {name}_{suffix}({parameters}) {{\n"
        yield f"  pthread_mutex_lock({lock});\n"
        yield from body
        yield clear
        yield f"  pthread_mutex_destroy({lock});\n}}\n"


def branches(n):
    """N branches one after the other: 2 to the power of N paths."""
    yield from pair("branches", [f"  if (ask({i})) work({i}); else work(-{i});\n" for i in range(n)])


def flagged(n):
    """N branches that all depend on variables which differ from path to path."""
    body = [f"  int v{i} = 0;\n" for i in range(n)]
    body += [f"  if (ask({i})) v{i} = {i} + 1;\n" for i in range(n)]
    body += [f"  if (v{i}) work({i});\n" for i in range(n)]
    yield from pair("flagged", body)


def loops(n):
    """N loops one after the other."""
    body = [f"  for (int i = 0; i < ask({i}); i++) work(i);\n" for i in range(n)]
    yield from pair("loops", body)


def nested(n):
    """N loops inside each other."""
    body = [f"  while (ask({i})) {{\n" for i in range(n)]
    body.append("  work(1);\n")
    body += ["  }\n"] * n
    yield from pair("nested", body)


def nested_ifs(n):
    body = [f"  if (ask({i})) {{\n" for i in range(n)]
    body.append("  work(1);\n")
    body += ["  }\n"] * n
    yield from pair("nested_ifs", body)


def else_ifs(n):
    body = ["  int k = ask(0);\n"]
    body += [f"  if (k == {i}) work({i}); else\n" for i in range(n)]
    body.append("  work(-1);\n")
    yield from pair("else_ifs", body)


def returns(n):
    """N ways out while the lock is held, and a caller that destroys it."""
    yield "static int leave(pthread_mutex_t *m, const int *a) {\n  pthread_mutex_lock(m);\n"
    yield from (f"  if (a[{i}]) return {i};\n" for i in range(n))
    yield "  pthread_mutex_unlock(m);\n  return -1;\n}\n"
    yield "void returns_held(pthread_mutex_t *m, const int *a) {\n"
    yield "  leave(m, a);\n  pthread_mutex_destroy(m);\n}\n"


def cases(n):
    body = ["  switch (ask(0)) {\n"]
    body += [f"  case {3 * i}: work({i}); break;\n" for i in range(n)]
    body.append("  }\n")
    yield from pair("cases", body)


def operators(n):
    """One condition of N parts."""
    yield from pair("operators", ["  if (" + " && ".join(f"ask({i})" for i in range(n)) + ")\n    work(1);\n"])


def gotos(n):
    """N labels, each of which may jump forward to any later one."""
    body = []
    for i in range(n):
        body.append(f"  l{i}: work({i}); if (ask({i})) goto l{min(n, i + 1 + i * 7 % 13)};\n")
    body.append(f"  l{n}: work(0);\n")
    yield from pair("gotos", body)


def locks(n):
    """N locks, all taken, all released but the last of `held`."""
    for suffix, last in (("held", n - 1), ("released", n)):
        yield f"struct {suffix}_s {{\n"
        yield "".join(f"  pthread_mutex_t m{i};\n" for i in range(n))
        yield f"}};\nvoid locks_{suffix}(struct {suffix}_s *s) {{\n"
        yield "".join(f"  pthread_mutex_lock(&s->m{i});\n" for i in range(n))
        yield "  work(1);\n"
        yield "".join(f"  pthread_mutex_unlock(&s->m{i});\n" for i in range(last))
        yield "".join(f"  pthread_mutex_destroy(&s->m{i});\n" for i in range(n))
        yield "}\n"


def locks_branches(n):
    """N locks, each taken on a condition: all are held together on some path.

    `held` releases none; `released` releases each on the same condition."""
    for suffix in ("held", "released"):
        yield f"struct {suffix}_s {{\n"
        yield "".join(f"  pthread_mutex_t m{i};\n" for i in range(n))
        yield f"}};\nvoid locks_branches_{suffix}(struct {suffix}_s *s, const int *a) {{\n"
        yield "".join(f"  if (a[{i}]) pthread_mutex_lock(&s->m{i});\n" for i in range(n))
        yield "  work(1);\n"
        if suffix == "released":
            yield "".join(f"  if (a[{i}]) pthread_mutex_unlock(&s->m{i});\n" for i in range(n))
        yield "".join(f"  pthread_mutex_destroy(&s->m{i});\n" for i in range(n))
        yield "}\n"


def calls(n):
    """A chain of N functions, at the end of which the lock is taken."""
    yield "static void f0(pthread_mutex_t *m) { pthread_mutex_lock(m); }\n"
    for i in range(1, n):
        yield f"static void f{i}(pthread_mutex_t *m) {{ f{i - 1}(m); }}\n"
    yield f"void calls_held(pthread_mutex_t *m) {{ f{n - 1}(m); pthread_mutex_destroy(m); }}\n"
    yield f"void calls_released(pthread_mutex_t *m) {{ f{n - 1}(m); pthread_mutex_unlock(m); pthread_mutex_destroy(m); }}\n"


def cycle(n):
    """N functions that call each other in many cycles; one takes the lock."""
    for i in range(n):
        yield f"static void f{i}(pthread_mutex_t *m, int k);\n"
    for i in range(n):
        act = "pthread_mutex_lock(m);" if i == n - 1 else f"f{i + 1}(m, k - 1);"
        yield f"static void f{i}(pthread_mutex_t *m, int k) {{ if (ask(k)) {{ {act} return; }} f{(7 * i + 3) % n}(m, k - 1); }}\n"
    yield "void cycle_held(pthread_mutex_t *m) { f0(m, 9); pthread_mutex_destroy(m); }\n"
    yield "void cycle_released(pthread_mutex_t *m) { f0(m, 9); pthread_mutex_unlock(m); pthread_mutex_destroy(m); }\n"
    yield "void cycle_other(pthread_mutex_t *m, pthread_mutex_t *o) { pthread_mutex_lock(o); pthread_mutex_unlock(o); f0(m, 9); pthread_mutex_destroy(o); }\n"


def fan_out(n):
    """Each of N functions calls the next one twice: 2 to the power of N calls."""
    yield "static void f0(pthread_mutex_t *m) { pthread_mutex_lock(m); pthread_mutex_unlock(m); }\n"
    for i in range(1, n):
        yield f"static void f{i}(pthread_mutex_t *m) {{ if (ask({i})) f{i - 1}(m); else f{i - 1}(m); }}\n"
    yield from pair("fan_out", [], lock="m")
    yield f"void fan_out_called(pthread_mutex_t *m) {{ f{n - 1}(m); pthread_mutex_destroy(m); }}\n"


def functions(n):
    """N functions that each take and destroy a lock; every tenth forgets."""
    for i in range(n):
        clear = "" if i % 10 == 0 else "pthread_mutex_unlock(m); "
        yield f"void function{i}(pthread_mutex_t *m) {{ pthread_mutex_lock(m); if (ask({i})) work({i}); {clear}pthread_mutex_destroy(m); }}\n"


def expression(n):
    """One expression N operators deep."""
    yield from pair("expression", ["  int x = " + "+".join(f"ask({i})" for i in range(n)) + ";\n  work(x);\n"])


def pointers(n):
    """A chain of N fields between the parameter and the lock."""
    yield "struct node { struct node *next; pthread_mutex_t lock; };\n"
    path = "p" + "->next" * n + "->lock"
    yield from pair("pointers", ["  work(1);\n"], "struct node *p", "&" + path)


def main():
    shape, n = sys.argv[1], int(sys.argv[2])
    sys.stdout.write(HEAD)
    for text in globals()[shape](n):
        sys.stdout.write(text)


if __name__ == "__main__":
    main()
