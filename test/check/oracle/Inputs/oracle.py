#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares the check with an exact answer, on random functions.

    oracle.py FIRST LAST [--loops] [--helpers N] [--per-file N] [--blind]
    oracle.py --reduce SEED INDEX WANTED [the same options]

A random function sets and clears two OS/2 semaphores under conditions over a
few small numbers, and closes both at its end. Since setting twice is the same
as setting once, the state of the program is finite: each semaphore is set or
clear, and each variable has one of five values. So the set of all states that
reach the end is computed exactly, and with it what the check should say:

    never set at the close       nothing
    set on every path            "is still set"
    set on some path only        "may still be set"

Any difference is printed, with its kind:

    wrong    a finding where the semaphore is never set
    certain  "is" where some path has it clear
    missed   no finding where it may be set
    unsure   "may" where every path has it set

and ends in status 1. --reduce prints the smallest program that keeps the
difference WANTED.

--blind hides the clears from the check, to show that differences are seen.

The numbers -1 to 3 stand for all numbers, as conditions compare with 0, 1 and
2 only. ask() can return any of them.
"""

import argparse
import os
import random
import re
import subprocess
import sys
import tempfile

NUMBERS = (-1, 0, 1, 2, 3)
VARIABLES = ("a", "b", "x", "y", "rc", "f")
INDEX = {name: i for i, name in enumerate(VARIABLES + ("p",))}
SPELLING = {"f": "s->f"}
COMPARE = {
    "==": lambda l, r: l == r,
    "!=": lambda l, r: l != r,
    "<": lambda l, r: l < r,
    ">": lambda l, r: l > r,
    "<=": lambda l, r: l <= r,
    ">=": lambda l, r: l >= r,
}
HEADER = """#include "os2.h"
int ask(void);
void work(void);
struct S { int f; };
"""


# --- Random programs ------------------------------------------------------
#
# A program is a list of statements, a statement a tuple that starts with its
# kind; conditions and sources of assignments are tuples, too.


class Generator:
    def __init__(self, rng, options, helpers, is_helper=False):
        self.rng, self.options = rng, options
        self.helpers, self.is_helper = helpers, is_helper

    def handle(self):
        return "h" if self.is_helper else self.rng.choice("hhkpp")

    def condition(self, depth=2):
        pick = self.rng.random()
        if depth and pick < 0.15:
            return ("and", self.condition(depth - 1), self.condition(depth - 1))
        if depth and pick < 0.3:
            return ("or", self.condition(depth - 1), self.condition(depth - 1))
        if depth and pick < 0.38:
            return ("not", self.condition(depth - 1))
        if pick < 0.5:
            return ("ask",)
        name = self.rng.choice(VARIABLES)
        if pick < 0.65:
            return ("var", name)
        op = self.rng.choice(list(COMPARE))
        if pick < 0.72:
            return ("vars", op, name, self.rng.choice(VARIABLES))
        return ("const", op, name, self.rng.choice((0, 1, 2)))

    def block(self, depth, in_loop):
        return [self.statement(depth, in_loop) for _ in range(self.rng.randint(1, 3))]

    def statement(self, depth, in_loop, top=False):
        rng, pick = self.rng, self.rng.random()
        if pick < 0.17 or (depth <= 0 and pick < 0.6):
            return ("set", self.handle())
        if pick < 0.33 or (depth <= 0 and pick < 0.9):
            return ("clear", self.handle())
        if pick < 0.36 and top and not self.is_helper:
            return ("point", rng.choice("hk"))
        if pick < 0.4:
            return ("try", self.handle())
        if pick < 0.44:
            return ("assign", rng.choice("xyf"), ("number", rng.choice((0, 1, 2))))
        if pick < 0.48:
            return ("assign", rng.choice(("x", "y", "rc", "f")), ("var", rng.choice(VARIABLES)))
        if pick < 0.5:
            return ("assign", rng.choice("xy"), ("ask",))
        if pick < 0.52:
            return ("assign", rng.choice("xy"), ("truth", self.condition(1)))
        if pick < 0.58 and self.helpers:
            return ("call", rng.choice(self.helpers), rng.choice("abxy"), self.handle())
        if depth <= 0 or pick < 0.6:
            return ("work",)
        if pick < 0.8:
            other = self.block(depth - 1, in_loop) if rng.random() < 0.5 else []
            return ("if", self.condition(), self.block(depth - 1, in_loop), other)
        if pick < 0.86 and self.options.loops and not self.is_helper:
            # A loop can always end: one that cannot makes the rest unreachable.
            return ("while", ("and", ("ask",), self.condition(1)), self.block(depth - 1, True))
        if pick < 0.9:
            labels = rng.sample((0, 1, 2), rng.randint(1, 3))
            cases = [(n, self.block(depth - 1, False), rng.random() < 0.8) for n in labels]
            default = self.block(depth - 1, False) if rng.random() < 0.5 else []
            return ("switch", rng.choice(VARIABLES), cases, default)
        if pick < 0.94 and in_loop:
            return (rng.choice(("break", "continue")),)
        if self.is_helper:
            return ("return", rng.choice((0, 1, "x")))
        return ("goto",) if pick < 0.97 else ("return", 0)

    def body(self, statements, depth=3):
        return [self.statement(depth, False, top=True) for _ in range(statements)]


# --- The exact answer -----------------------------------------------------
#
# A state is ((h is set, k is set), values of the variables). `run` maps a set
# of states to the sets in which control leaves: next, break, continue, the
# label at the end, and return.


def truths(condition, values):
    kind = condition[0]
    if kind == "ask":
        return {True, False}
    if kind == "var":
        return {values[INDEX[condition[1]]] != 0}
    if kind == "const":
        return {COMPARE[condition[1]](values[INDEX[condition[2]]], condition[3])}
    if kind == "vars":
        return {COMPARE[condition[1]](values[INDEX[condition[2]]], values[INDEX[condition[3]]])}
    if kind == "not":
        return {not t for t in truths(condition[1], values)}
    result = set()
    for left in truths(condition[1], values):
        decided = left == (kind == "or")
        result |= {left} if decided else truths(condition[2], values)
    return result


def changed(values, name, value):
    copy = list(values)
    copy[INDEX[name]] = value
    return tuple(copy)


def semaphore(handle, values):
    return {"h": 0, "k": 1}.get(handle, values[INDEX["p"]])


def with_set(state, handle, is_set):
    sems, values = list(state[0]), state[1]
    sems[semaphore(handle, values)] = is_set
    return tuple(sems), values


class Exits:
    def __init__(self):
        self.next, self.brk, self.cont, self.end, self.ret = (set() for _ in range(5))

    def leave(self, other):
        """Takes over the ways out of the function, and `continue`."""
        self.cont |= other.cont
        self.end |= other.end
        self.ret |= other.ret


class Meaning:
    def __init__(self, helpers):
        self.helpers, self.known = helpers, {}

    def run(self, block, states):
        exits = Exits()
        for statement in block:
            step = self.step(statement, states)
            exits.leave(step)
            exits.brk |= step.brk
            states = step.next
        exits.next = states
        return exits

    def split(self, condition, states):
        yes, no = set(), set()
        for state in states:
            for truth in truths(condition, state[1]):
                (yes if truth else no).add(state)
        return yes, no

    def step(self, statement, states):
        kind, exits = statement[0], Exits()
        if kind in ("set", "clear"):
            exits.next = {with_set(s, statement[1], kind == "set") for s in states}
        elif kind == "try":
            for state in states:
                sems, values = with_set(state, statement[1], True)
                exits.next.add((sems, changed(values, "rc", 0)))
                for n in NUMBERS:
                    if n:
                        exits.next.add((state[0], changed(state[1], "rc", n)))
        elif kind == "point":
            exits.next = {(s, changed(v, "p", "hk".index(statement[1]))) for s, v in states}
        elif kind == "assign":
            for sems, values in states:
                for n in self.source(statement[2], values):
                    exits.next.add((sems, changed(values, statement[1], n)))
        elif kind == "if":
            yes, no = self.split(statement[1], states)
            for block, part in ((statement[2], yes), (statement[3], no)):
                step = self.run(block, part)
                exits.leave(step)
                exits.brk |= step.brk
                exits.next |= step.next
        elif kind == "while":
            seen, new = set(), set(states)
            while new:
                seen |= new
                yes, no = self.split(statement[1], new)
                step = self.run(statement[2], yes)
                exits.end |= step.end
                exits.ret |= step.ret
                exits.next |= no | step.brk
                new = (step.next | step.cont) - seen
        elif kind == "switch":
            self.switch(statement, states, exits)
        elif kind == "call":
            for state in states:
                at = semaphore(statement[3], state[1])
                argument, field = state[1][INDEX[statement[2]]], state[1][INDEX["f"]]
                for is_set, result, f in self.helper(statement[1], state[0][at], argument, field):
                    sems, values = with_set(state, statement[3], is_set)
                    exits.next.add((sems, changed(changed(values, "rc", result), "f", f)))
        elif kind == "return":
            for sems, values in states:
                n = statement[1]
                exits.ret.add((sems, values, values[INDEX[n]] if isinstance(n, str) else n))
        else:
            place = {"work": "next", "break": "brk", "continue": "cont", "goto": "end"}[kind]
            setattr(exits, place, set(states))
        return exits

    def switch(self, statement, states, exits):
        rest, falling = set(states), set()
        for number, block, breaks in statement[2]:
            hit = {s for s in rest if s[1][INDEX[statement[1]]] == number}
            rest -= hit
            step = self.run(block, hit | falling)
            exits.leave(step)
            exits.next |= step.brk
            falling = set() if breaks else step.next
            if breaks:
                exits.next |= step.next
        step = self.run(statement[3], rest | falling)
        exits.leave(step)
        exits.next |= step.next | step.brk

    def source(self, source, values):
        if source[0] == "number":
            return {source[1]}
        if source[0] == "var":
            return {values[INDEX[source[1]]]}
        if source[0] == "ask":
            return set(NUMBERS)
        return {int(t) for t in truths(source[1], values)}

    def helper(self, name, is_set, argument, field):
        """What a helper can do: (semaphore set, result, s->f)."""
        key = (name, is_set, argument, field)
        if key not in self.known:
            start = ((is_set, False), (argument, 0, 0, 0, 0, field, 0))
            exits = self.run(self.helpers[name], {start})
            outcomes = {(s[0], n, v[INDEX["f"]]) for s, v, n in exits.ret}
            outcomes |= {(s[0], 0, v[INDEX["f"]]) for s, v in exits.next | exits.end}
            self.known[key] = outcomes
        return self.known[key]


def answers(function):
    """For h and k at their close: whether it can be set, and clear."""
    helpers, body = function
    start = {
        ((False, False), (a, b, 0, 0, 0, f, 0))
        for a in NUMBERS
        for b in NUMBERS
        for f in NUMBERS
    }
    exits = Meaning(helpers).run(body, start)
    final = exits.next | exits.end
    for i in (0, 1):
        yield any(s[i] for s, _ in final), any(not s[i] for s, _ in final)


# --- The program as C -----------------------------------------------------


def spelled(condition):
    kind = condition[0]
    name = lambda n: SPELLING.get(n, n)
    if kind == "ask":
        return "ask()"
    if kind == "var":
        return name(condition[1])
    if kind == "const":
        return f"{name(condition[2])} {condition[1]} {condition[3]}"
    if kind == "vars":
        return f"{name(condition[2])} {condition[1]} {name(condition[3])}"
    if kind == "not":
        return f"!({spelled(condition[1])})"
    op = "&&" if kind == "and" else "||"
    return f"({spelled(condition[1])}) {op} ({spelled(condition[2])})"


def lines(block, is_helper, indent="  "):
    deeper = indent + "  "
    for statement in block:
        kind = statement[0]
        if kind == "set":
            yield f"{indent}DosSemSet({statement[1]});"
        elif kind == "clear":
            yield f"{indent}DosSemClear({statement[1]});"
        elif kind == "try":
            yield f"{indent}rc = DosSemRequest({statement[1]}, SEM_IMMEDIATE_RETURN);"
            yield f"{indent}if (rc)"
            yield f"{deeper}work();"
        elif kind == "point":
            yield f"{indent}p = {statement[1]};"
        elif kind == "assign":
            source = statement[2]
            if source[0] == "truth":
                text = f"({spelled(source[1])}) ? 1 : 0"
            else:
                text = str(source[1]) if source[0] == "number" else spelled(source)
            yield f"{indent}{SPELLING.get(statement[1], statement[1])} = {text};"
        elif kind == "if":
            yield f"{indent}if ({spelled(statement[1])}) {{"
            yield from lines(statement[2], is_helper, deeper)
            if statement[3]:
                yield f"{indent}}} else {{"
                yield from lines(statement[3], is_helper, deeper)
            yield f"{indent}}}"
        elif kind == "while":
            yield f"{indent}while ({spelled(statement[1])}) {{"
            yield from lines(statement[2], is_helper, deeper)
            yield f"{indent}}}"
        elif kind == "switch":
            yield f"{indent}switch ({SPELLING.get(statement[1], statement[1])}) {{"
            for number, inner, breaks in statement[2]:
                yield f"{indent}case {number}:"
                yield from lines(inner, is_helper, deeper)
                if breaks:
                    yield f"{deeper}break;"
            yield f"{indent}default:"
            yield from lines(statement[3], is_helper, deeper)
            yield f"{deeper};"
            yield f"{indent}}}"
        elif kind == "call":
            yield f"{indent}rc = {statement[1]}({statement[3]}, {statement[2]}, s);"
        elif kind == "return":
            yield f"{indent}return {statement[1]};" if is_helper else f"{indent}return;"
        else:
            yield indent + {"work": "work();", "goto": "goto out;"}.get(kind, kind + ";")


def written(function, name):
    helpers, body = function
    for helper, block in helpers.items():
        yield f"static int {helper}(HSEM h, int a, struct S *s) {{"
        yield "  int b = 0, x = 0, y = 0, rc = 0;"
        yield from lines(block, True)
        yield "  return 0;"
        yield "}"
    yield f"void {name}(HSEM h, HSEM k, int a, int b, struct S *s) {{"
    yield "  int x = 0, y = 0, rc = 0;"
    yield "  HSEM p = h;"
    yield from lines(body, False)
    yield "  goto out;"
    yield "out:"
    yield "  DosCloseSem(h);"
    yield "  DosCloseSem(k);"
    yield "}"


# --- The comparison -------------------------------------------------------


def random_function(rng, options, index):
    helpers = {}
    for i in range(options.helpers):
        generator = Generator(rng, options, list(helpers), is_helper=True)
        helpers[f"helper{index}_{i}"] = generator.body(rng.randint(1, 3), depth=2)
    return helpers, Generator(rng, options, list(helpers)).body(rng.randint(3, 6))


def said(text, options):
    """What the check says of `text`: a word for each line."""
    with tempfile.NamedTemporaryFile("w", suffix=".c", delete=False) as file:
        file.write(text)
    command = [options.clang_tidy, "-quiet", "-load", options.plugin]
    command += ["-checks=-*,semaphore-close-while-set", "-config={}", file.name]
    command += ["--", "-w", "-I", options.inputs]
    process = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    os.unlink(file.name)
    if process.returncode or "error:" in process.stdout:
        sys.exit(f"clang-tidy failed:\n{process.stdout}{process.stderr}\n{text}")
    pattern = r"\.c:(\d+):\d+: warning: closing semaphore '\w+' while it (is|may)"
    return {int(m[1]): m[2] for m in re.finditer(pattern, process.stdout)}


def difference(can_be_set, can_be_clear, word):
    if word and not can_be_set:
        return "wrong"
    if can_be_set and not word:
        return "missed"
    if word == "is" and can_be_clear:
        return "certain"
    if word == "may" and not can_be_clear:
        return "unsure"
    return "same"


def compare(functions, options):
    """Yields (index, handle, difference) for each close of the functions."""
    text, closes = HEADER.splitlines(), []
    if options.blind:
        text.append("#define DosSemClear(h) 0")
    for index, function in enumerate(functions):
        text += written(function, f"f{index}")
        for handle, answer in zip("hk", answers(function)):
            line = len(text) - (2 if handle == "h" else 1)
            closes.append((line, index, handle, answer))
    words = said("\n".join(text) + "\n", options)
    for line, index, handle, answer in closes:
        yield index, handle, difference(*answer, words.get(line))


def smaller(value):
    """Programs that are like `value`, but with something taken out."""
    if isinstance(value, list):
        for i, item in enumerate(value):
            yield value[:i] + value[i + 1 :]
            if isinstance(item, tuple):
                for part in item:
                    if isinstance(part, list) and part and isinstance(part[0], tuple):
                        yield value[:i] + part + value[i + 1 :]
                for less in smaller(item):
                    yield value[:i] + [less] + value[i + 1 :]
    elif isinstance(value, tuple):
        if value[0] in ("and", "or", "not"):
            yield from value[1:]
        for i, part in enumerate(value):
            if isinstance(part, (list, tuple)):
                for less in smaller(part):
                    yield value[:i] + (less,) + value[i + 1 :]


def reduced(function, wanted, options):
    def keeps(candidate):
        try:
            return any(d == wanted for _, _, d in compare([candidate], options))
        except (KeyError, IndexError, TypeError, ValueError, SystemExit):
            return False  # not a program any more

    if not keeps(function):
        sys.exit(f"this function has no difference '{wanted}'")
    progress = True
    while progress:
        progress = False
        helpers, body = function
        candidates = [(helpers, less) for less in smaller(body)]
        for name in helpers:
            candidates += [({**helpers, name: less}, body) for less in smaller(helpers[name])]
        for candidate in candidates:
            if keeps(candidate):
                function, progress = candidate, True
                break
    return function


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("numbers", nargs="+")
    parser.add_argument("--loops", action="store_true")
    parser.add_argument("--helpers", type=int, default=0)
    parser.add_argument("--per-file", type=int, default=50)
    parser.add_argument("--blind", action="store_true")
    parser.add_argument("--reduce", action="store_true")
    parser.add_argument("--clang-tidy", required=True)
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--inputs", required=True)
    options = parser.parse_args()

    def functions(seed):
        rng = random.Random(seed)
        return [random_function(rng, options, i) for i in range(options.per_file)]

    if options.reduce:
        seed, index, wanted = options.numbers
        function = reduced(functions(int(seed))[int(index)], wanted, options)
        print(HEADER + "\n".join(written(function, "f")))
        return 0
    first, last = map(int, options.numbers)
    counts = {"same": 0, "wrong": 0, "certain": 0, "missed": 0, "unsure": 0}
    expected = {"never": 0, "is": 0, "may": 0}
    for seed in range(first, last):
        batch = functions(seed)
        for index, handle, kind in compare(batch, options):
            counts[kind] += 1
            if kind != "same":
                print(f"seed {seed}, function {index}, semaphore {handle}: {kind}")
        for function in batch:
            for can_be_set, can_be_clear in answers(function):
                word = ("may" if can_be_clear else "is") if can_be_set else "never"
                expected[word] += 1
    print("expected:", ", ".join(f"{n} {k}" for k, n in expected.items()))
    print("compared:", ", ".join(f"{n} {k}" for k, n in counts.items()))
    return 0 if counts["same"] == sum(counts.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
