#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares the check with the execution of generated programs.

    compare.py FIRST COUNT       COUNT programs, of the seeds from FIRST on
    compare.py --reduce SEED     makes the differences of one program small
    compare.py --show SEED       prints a program, what ran, and what was said
    compare.py --programs NAME   of another generator: wider.py or guards.py
    compare.py --claimed ...     lists and reduces only what the check claims

Each program runs on all its inputs, as truth.h says. Then for each close:

    false alarm  reported, but never set in any run
    miss         set in some run, and not reported
    too sure     "is still set", though in some run it is not
    unsure       "may still be set", though in all runs it is

Where a run does something undefined, such as locking a mutex twice, the check may
assume that it ends there or that it goes on; a report that is right in one of the
two ways is no false alarm, and counted apart. What needs more than two million
runs is undecided.

--max-misses and --max-false make the exit status 1 if there are more. --causes
reduces up to N programs of each of the --kinds, and prints the different results,
the most frequent first. The same seeds give the same programs, always.
"""

import argparse
import collections
import concurrent.futures
import os
import re
import signal
import subprocess
import sys
import tempfile

import generator
import guards
import wider

HERE = os.path.dirname(os.path.abspath(__file__))
FLAGS = {
    "pthread": ["-DPTHREAD"],
    "os2": ["-DOS2", "-DFLAG", "-DHANDLES"],
    "cs": ["-DCS", "-DRECURSIVE"],
    "sem": ["-DSEM", "-DPERMITS"],
    "os2 mutex": ["-DOS2MUTEX", "-DRECURSIVE", "-DHANDLES"],
    "std": ["-DSTD", "-xc++", "-std=c++17"],
    "std recursive": ["-DSTD", "-DRECURSIVE", "-xc++", "-std=c++17"],
}
GENERATORS = {"basic": generator, "wider": wider, "guards": guards}
CLEARS = r"\b[\w.>-]+\bunlock\(\)|\b(pthread_mutex_unlock|DosSemClear|LeaveCriticalSection|sem_post|DosReleaseMutexSem)\(.*\)"
FINDING = re.compile(r"\.c[p]*:(\d+):\d+: warning: (.*semaphore '.*' .*while it (is|may).*)")
KINDS = ("false alarm", "miss", "too sure", "unsure")
# What the check does not claim to follow: two names that are one lock perhaps,
# objects that unknown code has, elements whose index is a variable, permits that
# anyone may give, and locks that one loop takes and another one gives back. Nor does
# it claim closes that were seen set only where a loop had taken the lock more than
# three times (bit 3 of truth.h).
UNCLAIMED = {
    "in mixed", "hand over", "show", "variable index", "handles in memory", "others may post",
    "counted by loops",
}  # fmt: skip
SCOPES = {"scope0": "scope of owner", "scope1": "scope of l1", "scope2": "scope of l2", "scope3": "scope of l"}
Difference = collections.namedtuple("Difference", "kind place word is_deep", defaults=(False,))


class Unit:
    """Programs of one API in one file."""

    def __init__(self, programs, options):
        self.programs, self.options = programs, options
        self.flags = FLAGS[programs[0]["api"]]
        if options.made_by is wider:
            self.flags = [*self.flags, "-DWIDER"]
        self.is_cxx = "-DSTD" in self.flags
        self.suffix = "cpp" if self.is_cxx else "c"
        self.lines, self.ranges = [], []
        for index, made in enumerate(programs):
            first = len(self.lines) + 1
            self.lines += options.made_by.written(made, index)
            self.ranges.append((first, len(self.lines)))

    def run(self, command, what):
        process = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        if process.returncode:
            kept = os.path.join(tempfile.gettempdir(), f"semtidy-generated.{self.suffix}")
            with open(kept, "w", encoding="utf-8") as file:
                file.write("\n".join(self.lines) + "\n")
            raise RuntimeError(
                f"{what} failed ({process.returncode}) on {kept}:\n"
                f"{process.stdout[-3000:]}{process.stderr[-3000:]}"
            )
        return process.stdout

    def driver(self):
        """Calls each program with all arguments that it looks at."""
        yield "#undef free"
        for index, (first, last) in enumerate(self.ranges):
            text = "\n".join(self.lines[first - 1 : last])
            body = text[text.index(f"void f{index}(") :].split("{", 1)[1]

            def argument(name, choice, body=body):
                return choice if re.search(rf"\b{name}\b", body) else "0"

            # Where a pointer is looked at, it may be null.
            looked_at = re.search(r"\bp\b(?! =)(?= *[)&|])", body)
            lock = ("choose(2) ? 0 : &{}" if looked_at else "&{}").format
            field = "someNumber()" if "s->f" in text else "0"
            places = self.programs[index]["places"]
            if self.is_cxx:
                yield (
                    f"static void run{index}(void) {{ std::mutex *m = new std::mutex, *n = new std::mutex;"
                    f" {self.structure(index)} *s = new {self.structure(index)}, *t = new {self.structure(index)};"
                    f" s->f = {field}; f{index}({lock('m').replace('&', '')}, {lock('n').replace('&', '')},"
                    f" {argument('a', 'someNumber()')}, {argument('b', 'someNumber()')},"
                    f" {argument('c', 'choose(2)')}, s, t); }}"
                )
                continue
            handle = lock("m" if places == "fields" else "o")
            elements, array = "", ", v" if places == "array" else ""
            if places in ("array", "inner"):
                elements = " Lock w[4] = {0}; Element v[4] = {0};"
                if "-DHANDLES" in self.flags:
                    elements += " for (int i = 0; i < 4; ++i) v[i] = s.w[i] = &w[i];"
            yield (
                f"static void run{index}(void) {{ Lock m = {{0}}, n = {{0}}, o = {{0}};"
                f" {self.structure(index)} s = {{{{0}}, {handle}, {field}}}, t = {{{{0}}, &n, 0}};{elements}"
                f" f{index}({lock('m')}, {lock('n')}, {argument('a', 'someNumber()')},"
                f" {argument('b', 'someNumber()')}, {argument('c', 'choose(2)')}, &s, &t{array}); }}"
            )
        yield "int main(void) {"
        for index, (first, last) in enumerate(self.ranges):
            yield f"  explore({index}, {first}, {last}, run{index});"
        yield "  return 0;\n}"

    def structure(self, index):
        return self.options.made_by.Writer(self.programs[index], index).structure()

    def truth(self, only=None, extra=()):
        """For each program: the printed numbers of explore()."""
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, f"truth.{self.suffix}")
            program = os.path.join(folder, "truth")
            driver = list(self.driver())
            if only is not None:
                driver = [d for d in driver if "explore(" not in d or int(d.split("(")[1].split(",")[0]) in only]
            with open(source, "w", encoding="utf-8") as file:
                file.write("\n".join(self.lines + driver) + "\n")
            command = [self.options.clang, "-w", "-O0", "-fno-exceptions", "-fno-delete-null-pointer-checks", *self.flags, *extra]
            command += ["-include", os.path.join(HERE, "truth.h"), source, "-o", program]
            self.run(command, "the compiler")
            answer = {}
            for line in self.run([program], "the program").splitlines():
                index, runs, undefined, cut, scope, *lines = line.split()
                reached = {SCOPES.get(k) or int(k): int(v) for k, v in (pair.split(":") for pair in lines)}
                if int(scope):
                    reached["scope"] = int(scope)
                answer[int(index)] = (int(runs), int(undefined), int(cut), reached)
            return answer

    def said(self):
        """For each program: a word for each line that has a finding."""
        with tempfile.TemporaryDirectory() as folder:
            source = os.path.join(folder, f"checked.{self.suffix}")
            lines = self.lines
            if self.options.blind:
                lines = [re.sub(CLEARS, "work()", line) for line in lines]
            with open(source, "w", encoding="utf-8") as file:
                file.write("\n".join(lines) + "\n")
            command = [self.options.clang_tidy, "-quiet", "-load", self.options.plugin]
            command += ["-checks=-*,semaphore-close-while-set", "-config={}", source]
            command += ["--", "-w", *self.flags, "-include", os.path.join(HERE, "declared.h")]
            command += ["-I", self.options.inputs]
            output = self.run(command, "clang-tidy")
        words = [{} for _ in self.programs]
        for match in FINDING.finditer(output):
            line, text, word = int(match[1]), match[2], match[3]
            index = next(i for i, (first, last) in enumerate(self.ranges) if first <= line <= last)
            place = "scope" if "goes out of scope" in text else line - self.ranges[index][0]
            if self.is_cxx and place == "scope":
                place = f"scope of {text.split(chr(39))[1]}"
            elif self.is_cxx and "AT(" not in self.lines[line - 1]:
                place = SCOPES["scope0"]
            if words[index].get(place) != "is":
                words[index][place] = word
        return words

    def differences(self, doubt=True):
        """For each program: its differences, undecided places, close count."""
        truth, words = self.truth(), self.said()
        # Look longer where an alarm seems false and more could have happened.
        doubted = {
            i
            for i, (_, undefined, cut, reached) in truth.items()
            if doubt and cut and any(not reached.get(p, 0) & 5 for p in words[i])
        }
        if doubted:
            truth.update(self.truth(doubted, ["-DBUDGET=17", "-DRUNS=2000000"]))
        # Where something is undefined, an alarm may assume that a run goes on.
        doubted = {
            i
            for i, (_, undefined, _, reached) in truth.items()
            if doubt and undefined and any(not reached.get(p, 0) & 1 for p in words[i])
        }
        lenient = {}
        if doubted:
            lenient = self.truth(doubted, ["-DLENIENT", "-DBUDGET=14", "-DRUNS=200000"])
        for index in range(len(self.programs)):
            _, undefined, cut, reached = truth[index]
            excused = {p for p, bits in lenient.get(index, (0, 0, 0, {}))[3].items() if bits & 5}
            if index in lenient:
                cut |= lenient[index][2]
            found, undecided, excuses, closes = [], 0, 0, 0
            for place in sorted(set(reached) | set(words[index]), key=str):
                bits, word = reached.get(place, 0), words[index].get(place)
                closes += 1
                if word and not bits & 1:
                    if place in excused or bits & 4:
                        excuses += 1
                    elif cut & 2:
                        undecided += 1
                    else:
                        found.append(Difference("false alarm", place, word))
                elif bits & 1 and not word:
                    found.append(Difference("miss", place, word, not bits & 8))
                elif str(place).startswith("scope"):
                    pass  # each way out of a scope has its own strength
                elif word == "is" and bits & 2:
                    found.append(Difference("too sure", place, word))
                elif word == "may" and bits & 7 == 1 and not cut and not undefined:
                    found.append(Difference("unsure", place, word))
            sets = sum(1 for bits in reached.values() if bits & 1)
            deep = sum(1 for bits in reached.values() if bits & 9 == 1)
            yield found, undecided, excuses, closes, sets, deep, len(words[index])


def in_parallel(work, items, options):
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        pending = collections.deque()
        for item in items:
            pending.append(pool.submit(work, item))
            if len(pending) > 2 * options.jobs:
                yield pending.popleft().result()
        while pending:
            yield pending.popleft().result()


def units(first, count, options):
    for start in range(first, first + count, options.per_file):
        seeds = range(start, min(start + options.per_file, first + count))
        by_api = collections.defaultdict(list)
        for seed in seeds:
            made = options.made_by.program(seed)
            by_api[made["api"]].append((seed, made))
        yield from (by_api[api] for api in sorted(by_api))


def is_claimed(made, options):
    return not options.made_by.features(made) & UNCLAIMED


def counts(difference, made, options):
    """Whether a difference is one to list and to reduce."""
    return not options.claimed or (is_claimed(made, options) and not difference.is_deep)


class Tally:
    def __init__(self, options):
        self.options = options
        self.programs = self.closes = self.sets = self.reports = self.undecided = self.excuses = self.failed = 0
        self.kinds = collections.Counter()
        self.by_feature = collections.defaultdict(collections.Counter)
        self.examples = collections.defaultdict(list)

    def add(self, seed, made, result):
        found, undecided, excuses, closes, sets, deep, reports = result
        self.programs += 1
        self.closes += closes
        self.sets += sets
        self.reports += reports
        self.undecided += undecided
        self.excuses += excuses
        features = self.options.made_by.features(made) | {"api " + made["api"]}
        if is_claimed(made, self.options):
            features |= {"claimed", "claimed " + made["api"]}
        for feature in features:
            claimed = sets - deep if feature.startswith("claimed") else sets
            self.by_feature[feature].update(programs=1, sets=claimed, reports=reports)
        for kind in {d.kind for d in found if counts(d, made, self.options)}:
            self.examples[kind].append(seed)
        for difference in found:
            self.kinds[difference.kind] += 1
            for feature in features:
                if not (feature.startswith("claimed") and difference.is_deep):
                    self.by_feature[feature][difference.kind] += 1

    def print(self):
        rate = lambda part, whole: f"{100 * part / whole if whole else 0:.2f} %"
        print(
            f"programs {self.programs}, closes {self.closes}, set in some run {self.sets}, "
            f"reported {self.reports}, right if the undefined goes on {self.excuses}, "
            f"undecided {self.undecided}"
        )
        print(f"false alarm: {self.kinds['false alarm']} ({rate(self.kinds['false alarm'], self.reports)} of reports)")
        print(f"miss: {self.kinds['miss']} ({rate(self.kinds['miss'], self.sets)} of sets)")
        print(f"too sure: {self.kinds['too sure']}, unsure: {self.kinds['unsure']}")
        print(f"{'feature':16} {'programs':>8} {'reports':>8} {'false':>6} {'rate':>8} {'sets':>8} {'missed':>6} {'rate':>8}")
        for name, n in sorted(self.by_feature.items()):
            print(
                f"{name:16} {n['programs']:8} {n['reports']:8} {n['false alarm']:6} "
                f"{rate(n['false alarm'], n['reports']):>8} {n['sets']:8} {n['miss']:6} {rate(n['miss'], n['sets']):>8}"
            )
        for kind in KINDS:
            if self.examples[kind]:
                print(f"{kind}, seeds:", *self.examples[kind][:12])


def weight(made, options):
    return len("\n".join(options.made_by.written(made, 0)))


def reduced(made, kind, options):
    """The smallest program found that still has a difference of this kind."""

    def keeping(candidates):
        try:
            results = list(Unit(candidates, options).differences(kind == "false alarm"))
        except RuntimeError:
            if len(candidates) == 1:
                return None
            half = len(candidates) // 2
            return keeping(candidates[:half]) or keeping(candidates[half:])
        for candidate, result in zip(candidates, results):
            if any(d.kind == kind and counts(d, candidate, options) for d in result[0]):
                return candidate
        return None

    while True:
        candidates = [c for c in options.made_by.smaller(made) if weight(c, options) < weight(made, options)]
        candidates.sort(key=lambda candidate: weight(candidate, options))
        for start in range(0, len(candidates), 60):
            better = keeping(candidates[start : start + 60])
            if better:
                break
        else:
            return made
        made = better


def normal_form(made, options):
    lines = [line.strip() for line in options.made_by.written(made, 0)]
    unused = ("  int x", "int x = 0", "HSEM p", "HSEM q")
    return "\n".join(line for line in lines if not line.startswith(unused))


def show(seed, options):
    made = options.made_by.program(seed)
    unit = Unit([made], options)
    truth, words = unit.truth()[0], unit.said()[0]
    for number, line in enumerate(unit.lines):
        bits = truth[3].get(number)
        remark = "" if bits is None else f"  // ran {'set ' * (bits & 1)}{'clear ' * (bits >> 1 & 1)}{'either' * (bits >> 2 & 1)}"
        if number in words:
            remark += f"  // said: {words[number]}"
        print(line + remark)
    for place in ("scope", *SCOPES.values()):
        if place in truth[3] or place in words:
            print(f"// {place}: ran {truth[3].get(place)}, said: {words.get(place)}")
    print("// runs, undefined, cut:", *truth[:3])


def collect(tally, work, options):
    for pairs, results in in_parallel(work, units(*options.numbers, options), options):
        if isinstance(results, RuntimeError):
            print(f"seeds {pairs[0][0]} to {pairs[-1][0]}: {results}", file=sys.stderr)
            tally.failed += len(pairs)
            continue
        for (seed, made), result in zip(pairs, results):
            tally.add(seed, made, result)
        if options.progress:
            kinds = ", ".join(f"{kind} {tally.kinds[kind]}" for kind in KINDS)
            print(f"programs {tally.programs}: {kinds}", file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("numbers", nargs="*", type=int)
    parser.add_argument("--programs", choices=sorted(GENERATORS), default="basic")
    parser.add_argument("--reduce", type=int)
    parser.add_argument("--show", type=int)
    parser.add_argument("--causes", type=int, default=0)
    parser.add_argument("--kinds", default="false alarm,miss")
    parser.add_argument("--per-file", type=int, default=300)
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--claimed", action="store_true", help="list and reduce only what is claimed")
    parser.add_argument("--progress", action="store_true")
    parser.add_argument("--blind", action="store_true", help="hide the clears from the check")
    parser.add_argument("--max-misses", type=int)
    parser.add_argument("--max-false", type=int)
    parser.add_argument("--clang", default="clang-22")
    parser.add_argument("--clang-tidy", default="clang-tidy-22")
    parser.add_argument("--plugin", required=True)
    parser.add_argument("--inputs", default=os.path.join(HERE, "..", "..", "Inputs"))
    options = parser.parse_args()
    options.made_by = GENERATORS[options.programs]

    if options.show is not None:
        return show(options.show, options)
    if options.reduce is not None:
        made = options.made_by.program(options.reduce)
        kinds = options.kinds.split(",")
        for kind in sorted({d.kind for d in next(Unit([made], options).differences())[0] if counts(d, made, options)}):
            if kind not in kinds:
                continue
            print(f"// {kind}, seed {options.reduce}")
            print("\n".join(options.made_by.written(reduced(made, kind, options), 0)))
        return 0

    def work(pairs):
        try:
            return pairs, list(Unit([made for _, made in pairs], options).differences())
        except RuntimeError as error:
            return pairs, error

    tally = Tally(options)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        collect(tally, work, options)
    except KeyboardInterrupt:
        # What is missing could be what a bound is about: that is no success.
        print("stopped; so far:")
        tally.print()
        return 128 + signal.SIGINT
    tally.print()

    for kind in options.kinds.split(",") if options.causes else ():
        causes = collections.defaultdict(list)
        seeds = tally.examples[kind][: options.causes]
        shrink = lambda seed: (seed, normal_form(reduced(options.made_by.program(seed), kind, options), options))
        for seed, text in in_parallel(shrink, seeds, options):
            causes[text].append(seed)
        for text, seeds in sorted(causes.items(), key=lambda item: -len(item[1])):
            print(f"\n// {kind}, {len(seeds)} times, seeds {' '.join(map(str, seeds[:5]))}\n{text}")

    if tally.failed:
        print(f"could not be decided at all: {tally.failed} programs")
        return 2
    for kind, bound in (("miss", options.max_misses), ("false alarm", options.max_false)):
        if bound is not None and tally.kinds[kind] > bound:
            print(f"too many: {kind} {tally.kinds[kind]} > {bound}")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
