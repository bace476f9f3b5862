#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""More kinds of C programs than generator.py makes, whose seeds stay as they are.

Besides what is there: POSIX semaphores, whose initial count the program says or does
not; OS/2 mutex semaphores; calls with a time limit; helpers that call themselves or
each other; and two more places of the locks: elements of an array that is a parameter
("array") or a field ("inner"). There i is an element whose number is a variable.
"""

import random

import generator
from generator import APIS

API_WEIGHTS = {"sem": 4, "pthread": 2, "os2": 2, "os2 mutex": 2, "cs": 1}
# No number: who created the semaphore, and with what, is not seen.
COUNTS = (1,) * 8 + (2, 2, 3, 0, 0, None)
TIMED = {"timed": "try", "timed-keep": "try-keep"}


class Generator(generator.Generator):
    @property
    def in_array(self):
        return self.places in ("array", "inner") and not self.is_helper

    @property
    def closable(self):
        # What a helper closes is reported where it is called.
        return "" if self.is_helper else "mn"

    def lock(self):
        if not self.in_array:
            return super().lock()
        return self.rng.choice(["m"] * 6 + ["n"] * 3 + ["p"] * 2 + ["i"] * 3 + ["o"] * (self.places == "inner"))

    def patterns(self):
        made = super().patterns()
        if "timed" in APIS[self.api]:
            made += [self.timed, self.timed, self.timed_kept]
        if "set wait" in APIS[self.api]:
            made += [self.set_wait, self.wait]
        if self.is_helper:
            made += [self.recursion, self.recursion]
        if self.in_array:
            made += [self.each, self.each, self.all_or_none, self.index]
        return made

    def timed(self, depth):
        return [self.as_timed(s) for s in self.attempt(depth)]

    def timed_kept(self, depth):
        return [self.as_timed(s) for s in self.attempt_kept(depth)]

    @staticmethod
    def as_timed(statement):
        kinds = {old: new for new, old in TIMED.items()}
        return (kinds.get(statement[0], statement[0]), *statement[1:])

    def set_wait(self, depth):
        """Sets, and waits for another to clear: if none does, it is still set."""
        lock = self.lock()
        return self.maybe(
            ("set wait-keep", lock),
            ("if", ("rc", False), self.between(depth) + self.maybe(("clear", lock)), []),
        )

    def wait(self, depth):
        """Waits until it is clear, and does not set."""
        lock = self.lock()
        left = [("close", lock), ("return", 0)] if self.chance(0.5) and lock in self.closable else self.between(depth)
        return [("wait-keep", lock), ("if", ("rc", self.chance(0.8)), left, [])]

    def recursion(self, depth):
        """Before, the call with a smaller number, and after."""
        lock = self.lock()
        other = self.rng.randrange(generator.HELPERS)
        pick = self.rng.random()
        before, after = [], []
        if pick < 0.3:  # around the call: one round more each time
            before, after = [("set", lock)], [("clear", lock)]
        elif pick < 0.5:  # released for the call
            before, after = [("clear", lock)], [("set", lock)]
        elif pick < 0.7:
            before = self.between(depth)
        else:
            after = self.between(depth) + [("return", self.rng.choice((0, 1, -1)))]
        return self.maybe(("recur", other, self.maybe(*before), self.maybe(*after)))

    def index(self, depth):
        chosen = ("index", self.rng.choice(("0", "1", "c", "!i", "a & 1", "x & 1", "b > 0")))
        if self.chance(0.5):
            return [chosen]
        return [chosen, *self.maybe(("set", "i"), *self.between(depth), ("clear", "i"))]

    def each(self, depth):
        """A loop over the locks of the array, two or a number of them."""
        bound = self.rng.choice(("2", "2", "b", "4"))
        if self.chance(0.3):
            return [("each", self.rng.choice(("set", "clear", "clear")), bound)]
        return self.maybe(("each", "set", bound), *self.between(depth), ("each", "clear", bound))

    def all_or_none(self, depth):
        """Tries all of them, and if one fails, gives the others back."""
        bound = self.rng.choice(("2", "2", "b"))
        back = self.chance(0.85)
        return self.maybe(
            ("all or none", bound, back, [self.leave()]), *self.between(depth), ("each", "clear", bound)
        )

    def scope(self, depth):
        made = super().scope(depth)
        if self.api != "sem":
            return made
        return [("scope", made[0][1], self.rng.choice(COUNTS))]

    def escape(self, depth):
        if self.places in ("array", "locals"):
            return [("work",)]
        lock = {"fields": "m", "mixed": "o", "inner": self.rng.choice("mno")}[self.places]
        return self.maybe(
            ("set", lock),
            (self.rng.choice(("hand over", "show")),),
            *([("clear", lock)] if self.chance(0.5) else []),
        )


def program(seed):
    """The program of this seed."""
    rng = random.Random(seed)
    api = rng.choice([api for api in API_WEIGHTS for _ in range(API_WEIGHTS[api])])
    places = rng.choice(
        ("locals",) * 4 + ("parameters",) * 3 + ("fields",) * 3 + ("array",) * 3 + ("inner",) * 2 + ("mixed",)
    )
    has_objects = APIS[api]["object"] is not None
    if places == "locals" and not has_objects:
        places = "parameters"
    helpers = []
    for _ in range(generator.HELPERS):
        helpers.append(Generator(rng, api, places, is_helper=True).block(2, rng.randint(1, 2)))
    body = Generator(rng, api, places, helpers).block(3, rng.randint(1, 4))
    locks = ["m", "n"] + ["o"] * (places in ("mixed", "inner"))
    if places == "fields" and not has_objects:
        locks = ["m"]
    if api == "sem":
        counts = [(lock, rng.choice(COUNTS)) for lock in locks]
        body = [("init", lock, count) for lock, count in counts if count is not None] + body
    elif places == "locals":
        body = [("init", lock, None) for lock in locks] + body
    ends = [("close", lock) for lock in locks if rng.random() < 0.8]
    if places in ("array", "inner") and rng.random() < 0.4:
        ends = [end for end in ends if end[1] not in "mn"]
        ends += [("close", "i")] if rng.random() < 0.3 else [("each", "close", rng.choice(("2", "2", "b")))]
    if places in ("fields", "mixed", "inner") and has_objects and rng.random() < 0.5:
        inside = {"fields": "m", "mixed": "o", "inner": "mnio"}[places]
        ends = [end for end in ends if end[0] == "close" and end[1] not in inside] + [("free",)]
    return {"api": api, "places": places, "helpers": helpers, "body": body, "ends": ends}


# --- As C -------------------------------------------------------------------


class Writer(generator.Writer):
    def __init__(self, made, index, is_helper=False):
        super().__init__(made, index, is_helper)
        self.places = made["places"]
        if self.places == "locals" and not is_helper:
            self.names |= {"m": "&l1", "n": "&l2"}
        array = {"array": "v", "inner": "s->w"}.get(self.places)
        if array and not is_helper:
            element = f"&{array}[{{}}]" if self.api["object"] else f"{array}[{{}}]"
            self.names |= {"m": element.format(0), "n": element.format(1), "i": element.format("i")}
            self.element = element.format
        else:
            self.element = None

    def parameters(self):
        kept = super().parameters()
        return f"{kept}, {self.api['object'] or self.api['pointer'].strip()} *v" if self.places == "array" else kept

    # One for each program, so that none says what may happen to the locks of another.
    def structure(self):
        return f"struct S{self.index}"

    def declarations(self):
        yield f"STRUCT(S{self.index});"

    def prelude(self, used):
        if self.places == "locals":
            yield f"  LOCAL {self.api['object']} l1 = {{0}}, l2 = {{0}};"
        yield from super().prelude(used)
        if self.element:
            yield "  int i = 0;"

    def statement(self, s, indent):
        kind, deeper = s[0], indent + "  "
        if kind == "init":
            call = "sem_init({}, 0, %s)" % s[2] if s[2] is not None else self.api["init"]
            yield indent + call.format(self.lock(s[1])) + ";"
        elif kind == "scope" and len(s) == 3:
            yield f"{indent}{{"
            yield f"{deeper}LOCAL {self.api['object']} l;"
            # Without a count the semaphore is one that nobody may use.
            yield f"{deeper}sem_init(&l, 0, {s[2] or 0});"
            yield from self.block(s[1], deeper)
            yield f"{indent}}}"
        elif kind == "recur":
            call = f"helper{self.index}_{s[1]}(m, a - 1, s);"
            yield f"{indent}if (a > 0) {{"
            yield f"{deeper}TICK;"
            yield from self.block(s[2], deeper)
            yield f"{deeper}{call}"
            yield from self.block(s[3], deeper)
            yield f"{indent}}}"
        elif kind == "index":
            yield f"{indent}i = {s[1]};"
        elif kind == "each":
            j = f"j{len(indent)}"
            yield f"{indent}for (int {j} = 0; {j} < {s[2]}; ++{j}) {{"
            yield f"{deeper}TICK;"
            yield f"{deeper}{self.api[s[1]].format(self.element(j))};"
            yield f"{indent}}}"
        elif kind == "all or none":
            j = f"j{len(indent)}"
            bad = "" if self.api["zero_is_success"] else "!"
            yield f"{indent}{{"
            yield f"{deeper}int {j};"
            yield f"{deeper}for ({j} = 0; {j} < {s[1]}; ++{j}) {{"
            yield f"{deeper}  TICK;"
            yield f"{deeper}  if ({bad}{self.api['try'].format(self.element(j))})"
            yield f"{deeper}    break;"
            yield f"{deeper}}}"
            yield f"{deeper}if ({j} < {s[1]}) {{"
            if s[2]:
                yield f"{deeper}  while ({j} > 0) {{"
                yield f"{deeper}    --{j};"
                yield f"{deeper}    {self.api['clear'].format(self.element(j))};"
                yield f"{deeper}  }}"
            yield from self.block(s[3], deeper + "  ")
            yield f"{deeper}}}"
            yield f"{indent}}}"
        else:
            yield from super().statement(s, indent)


def written(made, index):
    return generator.written(made, index, Writer)


smaller = generator.smaller


def features(made):
    """What is in a program, and what makes it one that the check does not follow."""
    found = generator.features(made)
    text = str((made["body"], made["ends"]))
    if made["places"] in ("array", "inner"):
        if "'i'" in text or "each" in found or "all or none" in found:
            found.add("variable index")
        if not APIS[made["api"]]["object"]:
            found.add("handles in memory")
    if made["api"] == "sem" and made["places"] != "locals":
        found.add("others may post")
    for statement in made["body"]:
        if statement[0] == "init" and statement[2] is not None:
            found.add(f"initial count {min(statement[2], 2)}{'+' * (statement[2] > 1)}")
    return found - {"index", "init"}
