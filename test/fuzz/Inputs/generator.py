# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random programs, as trees, and as C.

A program is {"api": name, "places": name, "helpers": [block, ...], "body": block,
"ends": block}. Its locks are m and n, the pointer p to one of them, and o. Places
tells where they are: two parameters; fields of two parameters s and t; or both at
once ("mixed"), where the check cannot know which of them are one. A block is a list of statements; a statement is a tuple that starts with its kind, and that
may hold blocks and conditions. smaller() yields programs with something taken
out, so whatever is made here can be reduced.

Most statements come from patterns that real code has (a flag that mirrors the
lock, the same condition at set and clear, a try whose result is kept, a jump to
the end, ...), with other statements between, and with parts left out at random.
"""

import random
import re

NUMBERS = ("a", "b")  # parameters; conditions compare them with 0, 1 and 2
LOCALS = ("x", "y")
HELPERS = 2

APIS = {
    "pthread": {
        "set": "pthread_mutex_lock({})",
        "clear": "pthread_mutex_unlock({})",
        "try": "pthread_mutex_trylock({})",
        "timed": "pthread_mutex_timedlock({}, &soon)",
        "close": "pthread_mutex_destroy({})",
        "init": "pthread_mutex_init({}, 0)",
        "zero_is_success": True,
        "testable": True,
        "object": "pthread_mutex_t",
        "pointer": "pthread_mutex_t *",
    },
    "os2": {
        "set": "DosSemSet({})",
        "clear": "DosSemClear({})",
        "try": "DosSemRequest({}, SEM_IMMEDIATE_RETURN)",
        "timed": "DosSemRequest({}, 100)",
        "set wait": "DosSemSetWait({}, 100)",
        "wait": "DosSemWait({}, 100)",
        "close": "DosCloseSem({})",
        "zero_is_success": True,
        "testable": True,
        "object": None,
        "pointer": "HSEM ",
    },
    "cs": {
        "set": "EnterCriticalSection({})",
        "clear": "LeaveCriticalSection({})",
        "try": "TryEnterCriticalSection({})",
        "close": "DeleteCriticalSection({})",
        "init": "InitializeCriticalSection({})",
        "zero_is_success": False,
        "testable": False,
        "object": "CRITICAL_SECTION",
        "pointer": "LPCRITICAL_SECTION ",
    },
    # The programs of wider.py only.
    "sem": {
        "set": "sem_wait({})",
        "clear": "sem_post({})",
        "try": "sem_trywait({})",
        "timed": "sem_timedwait({}, &soon)",
        "close": "sem_destroy({})",
        "init": "sem_init({}, 0, 1)",
        "zero_is_success": True,
        "testable": True,
        "object": "sem_t",
        "pointer": "sem_t *",
    },
    "os2 mutex": {
        "set": "DosRequestMutexSem({}, SEM_INDEFINITE_WAIT)",
        "clear": "DosReleaseMutexSem({})",
        "try": "DosRequestMutexSem({}, SEM_IMMEDIATE_RETURN)",
        "timed": "DosRequestMutexSem({}, 100)",
        "close": "DosCloseMutexSem({})",
        "zero_is_success": True,
        "testable": True,
        "object": None,
        "pointer": "HMTX ",
    },
    # The programs of guards.py only.
    "std": {
        "set": "{}->lock()",
        "clear": "{}->unlock()",
        "try": "{}->try_lock()",
        "close": "AT(delete {})",
        "zero_is_success": False,
        "testable": False,
        "object": "std::mutex",
        "pointer": "std::mutex *",
    },
}
APIS["std recursive"] = {
    **APIS["std"],
    "object": "std::recursive_mutex",
    "pointer": "std::recursive_mutex *",
}


class Generator:
    """Makes the body of one function."""

    def __init__(self, rng, api, places, helpers=(), is_helper=False):
        self.rng, self.api, self.places, self.helpers = rng, api, places, helpers
        self.is_helper = is_helper
        self.conditions = []
        self.in_loop = False
        self.labels = 0

    def chance(self, probability):
        return self.rng.random() < probability

    def lock(self):
        if self.is_helper:
            return "m"
        choices = ["m"] * 6 + ["n"] * 3 + ["p"] * 2
        if self.places == "mixed":
            choices += ["o"] * 3
        return self.rng.choice(choices)

    # Conditions.

    def fresh_condition(self, depth=2):
        rng, pick = self.rng, self.rng.random()
        names = NUMBERS + LOCALS + ("s->f",)
        if self.is_helper:
            names = ("a", "x", "s->f")
        if depth and pick < 0.12:
            kind = rng.choice(("and", "or"))
            return (kind, self.fresh_condition(depth - 1), self.fresh_condition(depth - 1))
        if depth and pick < 0.2:
            return ("not", self.fresh_condition(depth - 1))
        if pick < 0.45:
            return ("true", rng.choice(names))
        if pick < 0.55 and not self.is_helper:
            return ("true", "c")
        if pick < 0.75:
            return ("number", rng.choice(names), rng.choice(("==", "!=", "<", ">", "<=", ">=")), rng.randint(0, 2))
        if pick < 0.82:
            return ("names", rng.choice(names), rng.choice(("==", "!=", "<", ">=")), rng.choice(names))
        if pick < 0.9:
            return ("bit", rng.choice(names), rng.choice((1, 2)))
        return ("ask",)

    def condition(self):
        if self.conditions and self.chance(0.35):
            known = self.rng.choice(self.conditions)
            return ("not", known) if self.chance(0.25) else known
        made = self.fresh_condition()
        self.conditions.append(made)
        return made

    # Statements.

    def maybe(self, *statements):
        """The statements, some of them forgotten."""
        return [s for s in statements if not self.chance(0.06)]

    def leave(self):
        """Ways out of the middle of a function."""
        ways = ["return", "out", "out"]
        if self.in_loop:
            ways += ["break", "continue"]
        way = self.rng.choice(ways)
        if way == "return":
            return ("return", self.rng.choice((0, 1, -1)))
        return (way,)

    def between(self, depth):
        if depth <= 0 or self.chance(0.4):
            return [("work",)] if self.chance(0.3) else []
        return self.block(depth - 1, self.rng.randint(1, 2))

    def block(self, depth, length):
        made = []
        for _ in range(length):
            made += self.pattern(depth)
        return made

    def simple(self):
        rng, pick = self.rng, self.rng.random()
        local = rng.choice(("x",) if self.is_helper else LOCALS)
        if pick < 0.2:
            return [("set", self.lock())]
        if pick < 0.45:
            return [("clear", self.lock())]
        if pick < 0.5:
            return [("work",)]
        if pick < 0.6:
            return [("assign", local, str(rng.randint(0, 2)))]
        if pick < 0.67:
            return [("assign", local, rng.choice(("a", "s->f", "x")))]
        if pick < 0.72:
            return [("truth", local, self.condition())]
        if pick < 0.77:
            return [("assign", local, rng.choice((f"{local} + 1", f"{local} - 1", f"{local} | 1", f"{local} & ~1")))]
        if pick < 0.81:
            return [("assign", "s->f", rng.choice(("0", "1", "x")))]
        if pick < 0.84:
            return [("assign", local, rng.choice(("ask()", "askNumber()")))]
        if self.is_helper:
            return [("return", rng.choice((0, 1, -1)))] if self.chance(0.3) else [("work",)]
        if pick < 0.9:
            return [("point", "p", rng.choice(("m", "n", "0", "m")))]
        if pick < 0.93:
            return [("swap",)]
        if self.in_loop:
            return [(rng.choice(("break", "continue")),)]
        return [("work",)]

    def patterns(self):
        patterns = [
            self.simple, self.simple, self.branch, self.branch, self.same_condition,
            self.flag, self.flag, self.attempt, self.attempt, self.attempt_kept, self.error_exit,
            self.switch, self.loop, self.locked_loop, self.retry,
        ]  # fmt: skip
        if not self.is_helper:
            patterns += [
                self.call, self.call, self.call_result, self.pointer_flag, self.chosen_lock,
                self.early_close, self.state_machine, self.bits,
            ]  # fmt: skip
            if APIS[self.api]["object"]:
                patterns += [self.scope]
                if self.places != "parameters":
                    patterns += [self.escape]
            elif self.places == "mixed":
                patterns += [self.alias_field]
        return patterns

    def pattern(self, depth):
        if depth <= 0:
            return self.simple()
        made = self.rng.choice(self.patterns())
        return made() if made == self.simple else made(depth)

    def branch(self, depth):
        other = self.block(depth - 1, 1) if self.chance(0.4) else []
        return [("if", self.condition(), self.block(depth - 1, self.rng.randint(1, 2)), other)]

    def same_condition(self, depth):
        condition, lock = self.condition(), self.lock()
        return self.maybe(
            ("if", condition, [("set", lock)], []),
            *self.between(depth),
            ("if", condition, [("clear", lock)], []),
        )

    def flag(self, depth):
        name = self.rng.choice(("x", "s->f") if self.is_helper else ("x", "y", "s->f"))
        lock, condition = self.lock(), self.condition()
        return self.maybe(
            ("assign", name, "0"),
            ("if", condition, self.maybe(("set", lock), ("assign", name, "1")), []),
            *self.between(depth),
            ("if", ("true", name), self.maybe(("clear", lock), ("assign", name, "0")), []),
        )

    def bits(self, depth):
        """Two locks mirrored by two bits of one variable."""
        name = self.rng.choice(("x", "y", "s->f"))
        first, second = self.lock(), self.lock()
        return self.maybe(
            ("assign", name, "0"),
            ("if", self.condition(), self.maybe(("set", first), ("assign", name, f"{name} | 1")), []),
            ("if", self.condition(), self.maybe(("set", second), ("assign", name, f"{name} | 2")), []),
            *self.between(depth),
            ("if", ("bit", name, 1), self.maybe(("clear", first)), []),
            ("if", ("bit", name, 2), self.maybe(("clear", second)), []),
        )

    def attempt(self, depth):
        lock = self.lock()
        inner = self.between(depth) + self.maybe(("clear", lock))
        if self.chance(0.4):
            return [("try", lock, "else", [self.leave()]), *inner]
        return [("try", lock, "then", inner)]

    def attempt_kept(self, depth):
        lock = self.lock()
        kind = "tested" if APIS[self.api]["testable"] and self.chance(0.4) else "try"
        if self.chance(0.3):
            # Whether it succeeded is kept in another variable.
            return self.maybe(
                (f"{kind}-keep", lock),
                *([("work",)] if self.chance(0.3) else []),
                ("if", ("rc", self.chance(0.5)), [("assign", "x", "1")], [("assign", "x", "0")]),
                *self.between(depth),
                ("if", ("true", "x"), [("clear", lock)], []),
            )
        return self.maybe(
            (f"{kind}-keep", lock),
            *([("work",)] if self.chance(0.3) else []),
            ("if", ("rc", True), self.between(depth) + [("clear", lock)], []),
        )

    def error_exit(self, depth):
        lock = self.lock()
        exit_block = ([("clear", lock)] if self.chance(0.6) else []) + [self.leave()]
        return [
            ("set", lock),
            ("if", self.condition(), exit_block, []),
            *self.between(depth),
            *self.maybe(("clear", lock)),
        ]

    def switch(self, depth):
        cases = []
        for number in self.rng.sample((0, 1, 2), self.rng.randint(1, 3)):
            cases.append((number, self.block(depth - 1, 1), self.chance(0.7)))
        name = self.rng.choice(("a", "x", "s->f"))
        return [("switch", name, tuple(cases), self.block(depth - 1, 1) if self.chance(0.6) else [])]

    def loop_body(self, depth, length):
        was, self.in_loop = self.in_loop, True
        body = self.block(depth - 1, length)
        self.in_loop = was
        return body

    def loop(self, depth):
        kind = self.rng.choice(("for", "for", "while", "do"))
        return [(kind, self.loop_body(depth, self.rng.randint(1, 2)))]

    def locked_loop(self, depth):
        lock = self.lock()
        was, self.in_loop = self.in_loop, True
        left = [("if", self.condition(), ([("clear", lock)] if self.chance(0.6) else []) + [self.leave()], [])]
        inner = self.between(depth)
        self.in_loop = was
        body = [("set", lock), *(left if self.chance(0.5) else []), *inner, *self.maybe(("clear", lock))]
        return [(self.rng.choice(("for", "while")), body)]

    def retry(self, depth):
        """A jump backwards."""
        self.labels += 1
        return [("retry", self.labels, self.block(depth - 1, self.rng.randint(1, 2)))]

    def state_machine(self, depth):
        lock = self.lock()
        return [
            ("assign", "y", "0"),
            ("for", [
                ("switch", "y", (
                    (0, self.maybe(("set", lock), ("assign", "y", "1")), True),
                    (1, self.maybe(("clear", lock), ("assign", "y", self.rng.choice("02"))), True),
                ), [("work",)]),
            ]),
            *self.maybe(("if", ("number", "y", "==", 1), [("clear", lock)], [])),
        ]  # fmt: skip

    def helper(self):
        return self.rng.randrange(len(self.helpers))

    def call(self, depth):
        argument = self.rng.choice(("a", "x", "0", "1", "2"))
        return [("call", self.helper(), self.lock(), argument)]

    def call_result(self, depth):
        lock = self.lock()
        test = self.rng.choice(("== 0", "!= 0", "< 0", "== 1", "== -1"))
        argument = self.rng.choice(("a", "x", "0", "1", "2"))
        inner = self.maybe(("clear", lock)) if self.chance(0.7) else [self.leave()]
        return [("call-keep", self.helper(), lock, argument), ("if", ("hr", test), inner, [])]

    def pointer_flag(self, depth):
        lock = self.rng.choice(("m", "n"))
        return self.maybe(
            ("point", "p", "0"),
            ("if", self.condition(), self.maybe(("set", lock), ("point", "p", lock)), []),
            *self.between(depth),
            ("if", ("set pointer",), [("clear", self.rng.choice(("p", "p", lock)))], []),
        )

    def chosen_lock(self, depth):
        condition = self.condition()
        clear = ("clear", "p")
        if self.chance(0.3):
            clear = ("if", condition, [("clear", "m")], [("clear", "n")])
        return [
            ("choose", condition),
            ("set", "p"),
            *self.between(depth),
            *self.maybe(clear),
        ]

    def alias_field(self, depth):
        lock = self.rng.choice(("m", "n"))
        return self.maybe(
            ("point", "o", lock),
            ("set", self.rng.choice((lock, "o"))),
            *self.between(depth),
            ("clear", self.rng.choice((lock, "o"))),
        )

    def early_close(self, depth):
        lock = self.rng.choice(("m", "n"))
        before = [("clear", lock)] if self.chance(0.6) else []
        return [("if", self.condition(), before + [("close", lock), ("return", 0)], [])]

    def scope(self, depth):
        """A lock that lives in an inner block."""
        return [("scope", self.maybe(
            ("set", "l"),
            *([("if", self.condition(), self.maybe(("clear", "l")) + [self.leave()], [])]
              if self.chance(0.5) else []),
            *self.between(depth),
            ("clear", "l"),
        ))]  # fmt: skip

    def escape(self, depth):
        lock = "m" if self.places == "fields" else "o"
        return self.maybe(
            ("set", lock),
            (self.rng.choice(("hand over", "show")),),
            *([("clear", lock)] if self.chance(0.5) else []),
        )


def program(seed, api=None):
    """The program of this seed."""
    rng = random.Random(seed)
    # Always drawn, so that the same seed makes the same program everywhere.
    drawn = rng.choice(("cs", "os2", "pthread"))
    api = api or drawn
    places = rng.choice(("parameters",) * 4 + ("fields",) * 4 + ("mixed",))
    helpers = []
    for _ in range(HELPERS):
        generator = Generator(rng, api, places, is_helper=True)
        helpers.append(generator.block(2, rng.randint(1, 2)))
    body = Generator(rng, api, places, helpers).block(3, rng.randint(1, 4))
    locks = ("m", "n", "o") if places == "mixed" else ("m", "n")
    if places == "fields" and not APIS[api]["object"]:
        locks = ("m",)
    ends = [("close", lock) for lock in locks if rng.random() < 0.8]
    if places != "parameters" and APIS[api]["object"] and rng.random() < 0.5:
        inside = "m" if places == "fields" else "o"
        ends = [end for end in ends if end[1] != inside] + [("free",)]
    return {"api": api, "places": places, "helpers": helpers, "body": body, "ends": ends}


# --- As C -------------------------------------------------------------------


class Writer:
    def __init__(self, made, index, is_helper=False):
        self.api, self.index, self.is_helper = APIS[made["api"]], index, is_helper
        field = "&{}->lk" if self.api["object"] else "{}->h"
        self.names = {"o": field.format("s")}
        if made["places"] == "fields" and not is_helper:
            # Two handles that were read from memory may be one.
            other = "t" if self.api["object"] else "s"
            self.names = {"m": field.format("s"), "n": field.format(other), "o": field.format("s")}
        # What stands around a statement; smaller programs have lost some of it.
        self.loops = self.switches = self.scopes = 0

    def parameters(self):
        return "{0}m, {0}n, int a, int b, _Bool c, {1} *s, {1} *t".format(self.api["pointer"], self.structure())

    def structure(self):
        return "struct S"

    def declarations(self):
        """What stands before the functions."""
        return ()

    def prelude(self, used):
        """What stands before the body, which is given."""
        if re.search(r"\bp\b", used):
            yield f"  {self.api['pointer']}p = {self.lock('m')};"
            if re.search(r"\bq\b", used):
                yield f"  {self.api['pointer']}q = p;"

    def lock(self, name):
        if name == "l":
            if self.scopes:
                return "&l"
            name = "m"
        return self.names.get(name, name)

    def call(self, what, name):
        return self.api[what].format(self.lock(name))

    def condition(self, c):
        kind = c[0]
        if kind == "ask":
            return "ask()"
        if kind == "true":
            return c[1]
        if kind in ("number", "names"):
            return f"{c[1]} {c[2]} {c[3]}"
        if kind == "bit":
            return f"{c[1]} & {c[2]}"
        if kind == "rc":  # did the call succeed?
            zero = self.api["zero_is_success"]
            return "!rc" if c[1] == zero else "rc"
        if kind == "hr":
            return f"hr {c[1]}"
        if kind == "set pointer":
            return "p"
        if kind == "not":
            return f"!({self.condition(c[1])})"
        op = "&&" if kind == "and" else "||"
        return f"({self.condition(c[1])}) {op} ({self.condition(c[2])})"

    def block(self, statements, indent="  "):
        for statement in statements:
            place = {
                "for": "loops", "while": "loops", "do": "loops", "switch": "switches", "scope": "scopes",
            }.get(statement[0])  # fmt: skip
            if place:
                setattr(self, place, getattr(self, place) + 1)
            yield from self.statement(statement, indent)
            if place:
                setattr(self, place, getattr(self, place) - 1)

    def statement(self, s, indent):
        kind, deeper = s[0], indent + "  "
        if kind in ("set", "clear", "close"):
            yield f"{indent}{self.call(kind, s[1])};"
        elif kind == "free":
            yield f"{indent}free(s);"
        elif kind == "work":
            yield f"{indent}work();"
        elif kind == "hand over":
            yield f"{indent}handOver(s);"
        elif kind == "show":
            yield f"{indent}show(s);"
        elif kind == "assign":
            yield f"{indent}{s[1]} = {s[2]};"
        elif kind == "point":
            yield f"{indent}{self.lock(s[1])} = {self.lock(s[2])};"
        elif kind == "truth":
            yield f"{indent}{s[1]} = ({self.condition(s[2])}) ? 1 : 0;"
        elif kind == "choose":
            yield f"{indent}p = ({self.condition(s[1])}) ? {self.lock('m')} : {self.lock('n')};"
        elif kind == "swap":
            yield f"{indent}q = p, p = p == {self.lock('m')} ? {self.lock('n')} : {self.lock('m')};"
        elif kind in ("try", "timed"):
            good = "!" if self.api["zero_is_success"] else ""
            bad = "" if self.api["zero_is_success"] else "!"
            yield f"{indent}if ({good if s[2] == 'then' else bad}{self.call(kind, s[1])}) {{"
            yield from self.block(s[3], deeper)
            yield f"{indent}}}"
        elif kind.endswith("-keep") and kind[:-5] in self.api:
            yield f"{indent}rc = {self.call(kind[:-5], s[1])};"
        elif kind == "tested-keep":
            yield f"{indent}rc = TESTED({self.call('set', s[1])});"
        elif kind == "if":
            yield f"{indent}if ({self.condition(s[1])}) {{"
            yield from self.block(s[2], deeper)
            if s[3]:
                yield f"{indent}}} else {{"
                yield from self.block(s[3], deeper)
            yield f"{indent}}}"
        elif kind == "for":
            i = f"i{len(indent)}"
            yield f"{indent}for (int {i} = 0; {i} < {'a' if self.is_helper else 'b'}; ++{i}) {{"
            yield f"{deeper}TICK;"
            yield from self.block(s[1], deeper)
            yield f"{indent}}}"
        elif kind == "while":
            yield f"{indent}while (ask()) {{"
            yield f"{deeper}TICK;"
            yield from self.block(s[1], deeper)
            yield f"{indent}}}"
        elif kind == "do":
            yield f"{indent}do {{"
            yield f"{deeper}TICK;"
            yield from self.block(s[1], deeper)
            yield f"{indent}}} while (ask());"
        elif kind == "retry":
            yield f"again{s[1]}:"
            yield f"{deeper}TICK;"
            yield from self.block(s[2], indent)
            yield f"{indent}if (ask())"
            yield f"{deeper}goto again{s[1]};"
        elif kind == "switch":
            yield f"{indent}switch ({s[1]}) {{"
            for number, inner, breaks in s[2]:
                yield f"{indent}case {number}:"
                yield from self.block(inner, deeper)
                if breaks:
                    yield f"{deeper}break;"
            yield f"{indent}default:"
            yield from self.block(s[3], deeper)
            yield f"{deeper};"
            yield f"{indent}}}"
        elif kind == "scope":
            yield f"{indent}{{"
            yield f"{deeper}LOCAL {self.api['object']} l;"
            yield f"{deeper}{self.api['init'].format('&l')};"
            yield from self.block(s[1], deeper)
            yield f"{indent}}}"
        elif kind == "call":
            yield f"{indent}helper{self.index}_{s[1]}({self.lock(s[2])}, {s[3]}, s);"
        elif kind == "call-keep":
            yield f"{indent}hr = helper{self.index}_{s[1]}({self.lock(s[2])}, {s[3]}, s);"
        elif kind == "return":
            yield f"{indent}return {s[1]};" if self.is_helper else f"{indent}return;"
        elif kind == "out":
            yield f"{indent}goto out;"
        elif not self.loops and (kind == "continue" or not self.switches):
            yield f"{indent};"
        else:
            yield f"{indent}{kind};"


def written(made, index, writer=Writer):
    """The lines of a program."""
    pointer = APIS[made["api"]]["pointer"]
    outer = writer(made, index)
    body = list(outer.block(made["body"]))
    used = "\n".join(body)
    helpers = {n: list(writer(made, index, True).block(h)) for n, h in enumerate(made["helpers"])}
    called, inside = set(), used
    while True:
        more = {n for n in helpers if n not in called and f"helper{index}_{n}(" in inside}
        if not more:
            break
        called |= more
        inside = "\n".join(line for n in more for line in helpers[n])
    yield from outer.declarations()
    signature = f"static int helper{{}}_{{}}({{}}m, int a, {outer.structure()} *s)"
    for number in sorted(called):
        for other in range(number + 1, len(helpers)):
            if any(f"helper{index}_{other}(" in line for line in helpers[number]):
                yield signature.format(index, other, pointer) + ";"
        yield signature.format(index, number, pointer) + " {"
        yield "  int x = 0, rc = 0;"
        yield from helpers[number]
        if any("goto out;" in line for line in helpers[number]):
            yield "out:"
        yield "  return 0;"
        yield "}"
    yield f"void f{index}({outer.parameters()}) {{"
    yield "  int x = 0, y = 0, rc = 0, hr = 0;"
    yield from outer.prelude(used)
    yield from body
    if "goto out;" in used:
        yield "out:"
    yield from outer.block(made["ends"])
    yield "  ;"
    yield "}"


# --- Smaller programs, and what is in one -----------------------------------


def smaller_block(block):
    for size in (len(block), 4, 2, 1):
        if 1 <= size <= len(block) and (size == 1 or size < len(block) or len(block) > 1):
            for i in range(0, len(block) - size + 1, size):
                yield block[:i] + block[i + size :]
    for i, statement in enumerate(block):
        for inner in blocks_of(statement):
            if inner:
                yield block[:i] + inner + block[i + 1 :]
        for less in smaller_statement(statement):
            yield block[:i] + [less] + block[i + 1 :]


def blocks_of(statement):
    for part in statement[1:]:
        if isinstance(part, list):
            yield part
        elif isinstance(part, tuple) and part and isinstance(part[0], tuple):
            for case in part:
                yield case[1]


def smaller_statement(statement):
    for i, part in enumerate(statement):
        if isinstance(part, list):
            for less in smaller_block(part):
                yield statement[:i] + (less,) + statement[i + 1 :]
        elif isinstance(part, tuple) and part and isinstance(part[0], tuple):
            for j, case in enumerate(part):
                if len(part) > 1:
                    yield statement[:i] + (part[:j] + part[j + 1 :],) + statement[i + 1 :]
                for less in smaller_block(case[1]):
                    cases = part[:j] + ((case[0], less, case[2]),) + part[j + 1 :]
                    yield statement[:i] + (cases,) + statement[i + 1 :]
        elif isinstance(part, tuple) and part and part[0] in ("and", "or", "not"):
            for inner in part[1:]:
                yield statement[:i] + (inner,) + statement[i + 1 :]
        elif isinstance(part, tuple) and part and part[0] != "ask":
            yield statement[:i] + (("ask",),) + statement[i + 1 :]


def smaller(made):
    for body in smaller_block(made["body"]):
        yield {**made, "body": body}
    for i in range(len(made["ends"])):
        yield {**made, "ends": made["ends"][:i] + made["ends"][i + 1 :]}
    for i, helper in enumerate(made["helpers"]):
        for less in smaller_block(helper):
            yield {**made, "helpers": made["helpers"][:i] + [less] + made["helpers"][i + 1 :]}


def counts_in_two_loops(made):
    """Whether one loop takes a lock, and another one that comes later gives it back.

    Not if a round of that one gives back what the same round took before. A loop in a
    helper that is called counts as one that takes it, whichever loop comes later.
    """
    if made["api"] == "os2":
        return False  # set twice or once, a flag is set
    takes, gives, helpers = [], [], []
    loops = branches = 0

    def visit(block, around, arms, argument, depth):
        nonlocal loops, branches
        for statement in block:
            kind, inside = statement[0], around
            name = statement[1] if len(statement) > 1 and isinstance(statement[1], str) else None
            name = argument if argument and name == "m" else name
            if kind in ("for", "while", "do", "retry"):
                loops += 1
                inside = (*around, loops)
                if depth:
                    helpers.append(loops)
            elif kind == "clear":
                gives.append((len(takes), name, around, arms))
            elif kind == "set" or kind.partition("-")[0] in ("try", "timed", "tested", "set wait"):
                takes.append((name, around, arms))
            elif kind in ("call", "call-keep") and depth < 3:
                number, lock = statement[1], statement[2]
                lock = argument if argument and lock == "m" else lock
                visit(made["helpers"][number], around, arms, lock, depth + 1)
            branches += 1
            branch = branches
            for arm, inner in enumerate(blocks_of(statement)):
                visit(inner, inside, {**arms, branch: arm}, argument, depth)

    def took_it(before, lock, giving, arms):
        """Whether the round that gives the lock back can have taken it before."""
        return any(
            lock == again and where[: len(giving)] == giving
            and all(arms.get(branch, arm) == arm for branch, arm in others.items())
            for again, where, others in takes[:before]
        )  # fmt: skip

    visit(made["body"], (), {}, None, 0)
    same = lambda a, b: a == b or "p" in (a, b)
    for taken, (lock, taking, _) in enumerate(takes):
        for taken_before, other, giving, arms in gives:
            common = 0
            while common < min(len(taking), len(giving)) and taking[common] == giving[common]:
                common += 1
            comes_later = common or taken_before > taken
            if not same(lock, other) or not comes_later or len(taking) == common:
                continue
            if not giving or took_it(taken_before, other, giving, arms):
                continue
            if taking[-1] in helpers or len(giving) > common:
                return True
    return False


def features(made):
    """Kinds of statements and conditions in a program."""
    found = set()

    def visit(part):
        if isinstance(part, (list, tuple)):
            if part and isinstance(part, tuple) and isinstance(part[0], str):
                found.add(part[0])
            for inner in part:
                visit(inner)

    visit(made["body"])
    text = str(made["body"])
    if "'call'" in text or "'call-keep'" in text:
        for number, helper in enumerate(made["helpers"]):
            if f"'call', {number}," in text or f"'call-keep', {number}," in text:
                visit(helper)
    visit(made["ends"])
    if "'p'" in text:
        found.add("pointer to lock")
    found.add("in " + made["places"])
    if counts_in_two_loops(made):
        found.add("counted by loops")
    return found - {"set", "clear", "close", "true", "number", "work", "not"}
