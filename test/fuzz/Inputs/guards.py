#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Random C++ programs: std::mutex and std::recursive_mutex, guards, and their ends.

The mutexes m and n are behind parameters, in structures behind parameters, local
variables, or owned by local unique_ptrs. A mutex ends by delete, reset, and with the
scope of its variable or of what owns it. Guards are statements with a block: their
scope. Inside, operations name a unique_lock by its distance: 0 is the innermost one.
"""

import random
import re

import generator
import wider

GUARDS = ("std::lock_guard", "std::scoped_lock", "std::unique_lock", "std::unique_lock")


class Generator(wider.Generator):
    """What wider.py makes of single locks, and guards."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.unique = 0  # unique_locks around
        self.guarded = []  # locks of the guards around

    def lock(self):
        made = super().lock()
        # To lock it again is seldom meant.
        return super().lock() if made in self.guarded and self.chance(0.7) else made

    def patterns(self):
        made = super().patterns()
        made += [
            self.guard, self.guard, self.guard, self.deferred, self.deferred, self.guard_of_try,
            self.adopted, self.unlocked_early, self.released, self.moved_out, self.returned,
        ]  # fmt: skip
        if not self.is_helper:
            made += [self.guard_of_two, self.owner, self.close_under_guard]
        if self.unique:
            made += [self.operation, self.operation, self.moved_in]
        return made

    def inside(self, depth, unique=True, lock=None):
        """Some statements in the scope of a guard."""
        self.unique += unique
        self.guarded.append(lock)
        made = self.block(depth - 1, 1) if self.chance(0.6) else []
        if unique and self.chance(0.4):
            made += self.operation(depth)
        if self.chance(0.25):
            made.append(("if", self.condition(), [self.leave()], []))
        self.unique -= unique
        self.guarded.pop()
        return made

    def which(self):
        return self.rng.choice((0, 0, 0, 1))

    def guard(self, depth):
        kind, lock = self.rng.choice(GUARDS), self.lock()
        return [("guard", kind, "", lock, self.inside(depth, kind.endswith("unique_lock"), lock))]

    def guard_of_two(self, depth):
        return [("two", self.inside(depth, False))]

    def deferred(self, depth):
        locked = [("op", 0, "lock()")]
        if self.chance(0.6):
            locked = [("if", self.condition(), locked, [])]
        lock = self.lock()
        inner = self.maybe(*locked, *self.inside(depth, lock=lock))
        if self.chance(0.3):
            inner.append(("if", ("owns", 0), [("op", 0, "unlock()")], []))
        return [("guard", "std::unique_lock", "defer_lock", lock, inner)]

    def guard_of_try(self, depth):
        lock = self.lock()
        inner = self.inside(depth, lock=lock)
        if self.chance(0.5):
            inner = [("if", ("not", ("owns", 0)), [self.leave()], []), *inner]
        else:
            inner = [("if", ("owns", 0), inner, [])]
        return [("guard", "std::unique_lock", "try_to_lock", lock, inner)]

    def adopted(self, depth):
        lock, kind = self.lock(), self.rng.choice(GUARDS[::2])
        held = [("guard", kind, "adopt_lock", lock, self.inside(depth, kind.endswith("unique_lock"), lock))]
        if self.chance(0.4):
            return [("try", lock, "then", held)]
        return self.maybe(("set", lock), *self.between(depth)) + held

    def unlocked_early(self, depth):
        lock = self.lock()
        inner = self.inside(depth, lock=lock)
        left = [("op", 0, "unlock()")] + ([self.leave()] if self.chance(0.5) else [])
        inner += [("if", self.condition(), left, [])] if self.chance(0.6) else left
        return [("guard", "std::unique_lock", "", lock, inner)]

    def released(self, depth):
        """The guard forgets the lock, which is unlocked later by hand."""
        lock, condition = self.lock(), self.condition()
        call = self.rng.choice(("release()", "release()", "release()->unlock()"))
        inner = self.between(depth) + [("if", condition, [("op", 0, call)], [])]
        return self.maybe(
            ("guard", "std::unique_lock", "", lock, inner),
            *self.between(depth),
            ("if", condition, [("clear", lock)], []),
        )

    def moved_out(self, depth):
        """A guard that an outer one may take over."""
        given = [("give", 1, 0)]
        if self.chance(0.5):
            given = [("if", self.condition(), given, [])]
        self.unique += 1
        inner = self.between(depth) + given
        self.unique -= 1
        how = self.rng.choice(("none", "none", ""))
        inner = [("guard", "std::unique_lock", "", self.lock(), inner), *self.inside(depth)]
        return [("guard", "std::unique_lock", how, self.lock(), inner)]

    def moved_in(self, depth):
        return [("moved", self.which(), self.inside(depth))]

    def returned(self, depth):
        how = self.rng.choice(("take", "take", "tryTake"))
        lock = self.lock()
        return [("guard", "std::unique_lock", how, lock, self.inside(depth, lock=lock))]

    def operation(self, depth):
        pick = self.rng.random()
        if pick < 0.65:
            call = self.rng.choice(("lock()", "unlock()", "unlock()", "try_lock()", "release()"))
            made = ("op", self.which(), call)
            if call == "try_lock()" and self.chance(0.6):
                return [("op-keep", made[1], call), ("if", ("rc", True), self.between(depth), [])]
            if self.chance(0.3):
                return [("if", ("owns", made[1]), [made], [])]
            return [made]
        if pick < 0.75:
            return [("give", *self.rng.choice(((0, 1), (1, 0))))]
        if pick < 0.85:
            return [("swap guards",)]
        return [("renew", self.which(), self.lock())]

    def owner(self, depth):
        """A scope at whose end the lock ends."""
        lock = self.rng.choice("mn")
        inner = self.inside(depth, False)
        if self.chance(0.3):
            operation = ("owner op", self.rng.choice(("reset", "release")))
            inner.append(("if", self.condition(), [operation], []) if self.chance(0.5) else operation)
        after = [("return", 0)] if self.chance(0.6) else []
        return [*self.maybe(("set", lock), *self.between(depth), ("clear", lock)), ("owner", lock, inner), *after]

    def close_under_guard(self, depth):
        lock = self.rng.choice("mn")
        how = self.rng.choice(("", "", "defer_lock", "try_to_lock"))
        before = [("op", 0, self.rng.choice(("unlock()", "release()")))] if self.chance(0.6) else []
        closed = before + [("close", lock), ("return", 0)]
        inner = self.inside(depth, lock=lock) + ([("if", self.condition(), closed, [])] if self.chance(0.7) else closed)
        return [("guard", "std::unique_lock", how, lock, inner)]

    def escape(self, depth):
        return super().escape(depth) if self.places == "fields" else [("work",)]


def program(seed):
    """The program of this seed."""
    rng = random.Random(seed)
    api = rng.choice(("std", "std", "std recursive"))
    places = rng.choice(("parameters", "fields", "locals", "owned"))
    helpers = []
    for _ in range(generator.HELPERS):
        helpers.append(Generator(rng, api, places, is_helper=True).block(2, rng.randint(1, 2)))
    body = Generator(rng, api, places, helpers).block(3, rng.randint(1, 3))
    ends = [("close", lock) for lock in "mn" if rng.random() < 0.8]
    return {"api": api, "places": places, "helpers": helpers, "body": body, "ends": ends}


# --- As C++ -----------------------------------------------------------------


class Writer(wider.Writer):
    def __init__(self, made, index, is_helper=False):
        super().__init__(made, index, is_helper)
        if self.places == "owned" and not is_helper:
            self.names |= {"m": "u1.get()", "n": "u2.get()"}
        self.unique = f"std::unique_lock<{self.api['object']}>"
        self.guards, self.owners, self.number = [], [], 0

    def mutex(self, name):
        """The lock, not its address."""
        lock = self.lock(name)
        return lock[1:] if lock.startswith("&") else "*" + lock.replace(".get()", "")

    def call(self, what, name):
        lock = self.lock(name)
        if what == "close":
            ends = {
                "fields": f"AT(delete {'t' if name == 'n' else 's'})",
                "owned": f"AT({lock.replace('get', 'reset')})",
                "locals": "",
            }
            if lock != name:
                return ends[self.places]
        if lock.startswith("&"):
            return self.api[what].format(lock[1:]).replace("->lock", ".lock").replace("->unlock", ".unlock").replace(
                "->try_", ".try_"
            )
        return self.api[what].format(lock.replace(".get()", ""))

    def condition(self, c):
        if c[0] == "owns":
            guard = self.guard(c[1])
            return f"{guard}.owns_lock()" if guard else "0"
        return super().condition(c)

    def guard(self, which):
        """Smaller programs have lost some of them."""
        return self.guards[-1 - which] if which < len(self.guards) else None

    def parameters(self):
        return super().parameters().replace("_Bool", "bool")

    def declarations(self):
        yield from super().declarations()
        unique, mutex = self.unique, self.api["object"]
        yield f"static {unique} take{self.index}({mutex} *m) {{"
        yield f"  return {unique}(*m);"
        yield "}"
        yield f"static {unique} tryTake{self.index}({mutex} *m) {{"
        yield f"  {unique} g(*m, std::defer_lock);"
        yield "  if (ask())"
        yield "    g.lock();"
        yield "  return g;"
        yield "}"

    def prelude(self, used):
        if self.places == "locals":
            yield f"  {self.api['object']} l1 NAMED(1), l2 NAMED(2);"
        elif self.places == "owned":
            owner, type = f"std::unique_ptr<{self.api['object']}>", self.api["object"]
            yield f"  {owner} u1(new {type}), u2(new {type});"
        yield from generator.Writer.prelude(self, used)

    def scoped(self, lines, inner, indent, names, name):
        """A block that begins with these lines, and in which this name is known."""
        yield f"{indent}{{"
        for line in lines:
            yield f"{indent}  {line}"
        if name:
            names.append(name)
        yield from self.block(inner, indent + "  ")
        if name:
            names.pop()
        yield f"{indent}}}"

    def statement(self, s, indent):
        kind = s[0]
        self.number += 1
        name = f"g{self.number}"
        unique, type = self.unique, self.api["object"]
        if kind == "guard":
            guard, how, mutex = f"{s[1]}<{type}> {name}", s[2], self.mutex(s[3])
            line = f"{guard}({mutex});"
            if how == "none":
                line = f"{guard};"
            elif how in ("take", "tryTake"):
                line = f"{guard} = {how}{self.index}({self.lock(s[3])});"
            elif how:
                line = f"{guard}({mutex}, std::{how});"
            yield from self.scoped([line], s[4], indent, self.guards, name if "unique" in s[1] else None)
        elif kind == "two":
            line = f"std::scoped_lock<{type}, {type}> {name}({self.mutex('m')}, {self.mutex('n')});"
            yield from self.scoped([line], s[1], indent, self.guards, None)
        elif kind == "moved":
            guard = self.guard(s[1])
            line = f"{unique} {name}(std::move({guard}));" if guard else f"{unique} {name};"
            yield from self.scoped([line], s[2], indent, self.guards, name)
        elif kind == "owner":
            what, pointer = type, self.lock(s[1])
            if self.places == "fields":
                what, pointer = self.structure(), "t" if s[1] == "n" else "s"
            plain = self.places in ("locals", "owned") or self.is_helper
            lines = [] if plain else [f"std::unique_ptr<{what}> o{self.number}({pointer});"]
            yield from self.scoped(lines, s[2], indent, self.owners, None if plain else f"o{self.number}")
        elif kind == "owner op":
            call = f"{self.owners[-1]}.{s[1]}()" if self.owners else ""
            yield f"{indent}{f'AT({call})' if call and s[1] == 'reset' else call};"
        elif kind == "op":
            guard = self.guard(s[1])
            yield f"{indent}{f'{guard}.{s[2]}' if guard else ''};"
        elif kind == "op-keep":
            guard = self.guard(s[1])
            yield f"{indent}rc = {f'{guard}.{s[2]}' if guard else '0'};"
        elif kind == "give":
            to, source = self.guard(s[1]), self.guard(s[2])
            yield f"{indent}{f'{to} = std::move({source})' if to and source else ''};"
        elif kind == "swap guards":
            one, other = self.guard(0), self.guard(1)
            yield f"{indent}{f'{one}.swap({other})' if other else ''};"
        elif kind == "renew":
            guard = self.guard(s[1])
            yield f"{indent}{f'{guard} = {unique}({self.mutex(s[2])})' if guard else ''};"
        elif kind == "scope":
            yield from self.scoped([f"{type} l NAMED(3);"], s[1], indent, self.guards, None)
        else:
            yield from super().statement(s, indent)


def written(made, index):
    lines = list(generator.written(made, index, Writer))
    used = "\n".join(lines)
    # Only the functions that are called.
    for function, length in ((f"take{index}", 3), (f"tryTake{index}", 6)):
        if len(re.findall(rf"\b{function}\(", used)) < 2:
            first = next(i for i, line in enumerate(lines) if f" {function}(" in line)
            del lines[first : first + length]
    return lines


smaller = generator.smaller


def features(made):
    found = wider.features(made)
    for kind in ("lock_guard", "scoped_lock", "unique_lock", "defer_lock", "try_to_lock", "adopt_lock", "take"):
        if kind in str(made["body"]):
            found.add(kind)
    if "'release()" in str(made["body"]):
        found.add("release")
    names = {"two": "two at once", "give": "move assigned", "moved": "move constructed"}
    return {names.get(f, f) for f in found if not f.startswith("std::")} - {"guard", "op", "op-keep", "owner op"}
