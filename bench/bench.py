#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Measures what the check costs. `./dev bench` calls it on an optimised build.

Part one compares, on generated sources that are heavy on locks and on sources
that have none, with the tools taking turns so that a busy machine hits all:

  parse        clang -fsyntax-only
  base         clang-tidy with one check that does nothing here
  check        clang-tidy with our check only
  after-move   clang-tidy with bugprone-use-after-move only (C++)
  analyze      clang --analyze

Part two is a series over functions of growing size. Its times are the check's
own, as clang-tidy's profile gives them, and `growth` is the exponent between
two sizes: 1.0 is linear.

All times are CPU seconds (user and system), medians of several runs.
"""

import argparse
import glob
import json
import math
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading

import generate
import plot

OURS = "semaphore-close-while-set"
NOTHING = "bugprone-suspicious-include"  # a check that finds nothing here
TIMEOUT = 120


class Failed(Exception):
    """A run that crashed, or that took longer than TIMEOUT seconds."""


def run(command):
    """(CPU seconds, MiB at most) of one run."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdout=output, stderr=output)
        timer = threading.Timer(TIMEOUT, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        late = not timer.is_alive()
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if late:
            raise Failed(f"over {TIMEOUT} s")
        if process.returncode:
            output.seek(0)
            text = output.read(500).decode(errors="replace")
            print(f"failed: {' '.join(command)}\n{text}", file=sys.stderr)
            raise Failed(f"status {process.returncode}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def cpu_seconds(command):
    """CPU time of one run."""
    return run(command)[0]


class Tools:
    def __init__(self, build, llvm):
        binaries = f"/usr/lib/llvm-{llvm}/bin"
        self.clang = f"{binaries}/clang"
        self.clang_tidy = f"{binaries}/clang-tidy"
        self.plugin = os.path.join(build, "lib", "SemTidy.so")
        if not os.path.exists(self.plugin):
            sys.exit(f"{self.plugin} is not built")

    def tidy(self, check, file, *options):
        load = ["-load", self.plugin] if check == OURS else []
        return [
            self.clang_tidy,
            *load,
            "-quiet",
            "-config={}",
            f"-checks=-*,{check}",
            *options,
            file,
            "--",
        ]

    def all(self, file):
        commands = {
            "parse": [self.clang, "-fsyntax-only", file],
            "base": self.tidy(NOTHING, file),
            "check": self.tidy(OURS, file),
        }
        if file.endswith(".cpp"):
            commands["after-move"] = self.tidy("bugprone-use-after-move", file)
        commands["analyze"] = [self.clang, "--analyze", "-o", os.devnull, file]
        return commands

    def own(self, file):
        """(CPU seconds of the check itself, from clang-tidy's profile; MiB of the
        whole run)."""
        with tempfile.TemporaryDirectory() as folder:
            command = self.tidy(
                OURS, file, "-enable-check-profile", f"-store-check-profile={folder}"
            )
            _, memory = run(command)
            (stored,) = glob.glob(f"{folder}/*.json")
            with open(stored, encoding="utf-8") as profile:
                times = json.load(profile)["profile"]
        prefix = f"time.clang-tidy.{OURS}"
        seconds = times.get(f"{prefix}.user", 0.0) + times.get(f"{prefix}.sys", 0.0)
        return seconds, memory


def write(folder, name, text):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def compare(tools, folder, functions, runs):
    rows = []
    for name, maker in (
        ("lock-heavy", generate.lock_heavy),
        ("lock-free", generate.lock_free),
    ):
        text = maker(functions)
        for suffix in (".c", ".cpp"):
            file = write(folder, name + suffix, text)
            commands = tools.all(file)
            samples = {tool: [] for tool in commands}
            own = []
            for _ in range(runs):
                for tool, command in commands.items():
                    samples[tool].append(cpu_seconds(command))
                own.append(tools.own(file)[0])
            row = {"source": name + suffix, "lines": text.count("\n")}
            for tool, times in samples.items():
                row[tool] = statistics.median(times)
            row["own"] = statistics.median(own)
            rows.append(row)
    return rows


def print_comparison(rows):
    columns = ["parse", "base", "check", "after-move", "analyze", "own"]
    print("\n## Cost of one run, CPU seconds\n")
    print("| source | lines | " + " | ".join(columns) + " |")
    print("|---|---:|" + "---:|" * len(columns))
    for row in rows:
        cells = [f"{row[c]:.3f}" if c in row else "-" for c in columns]
        print(f"| {row['source']} | {row['lines']} | " + " | ".join(cells) + " |")
    print("\n## Ratios\n")
    print(
        "| source | check / parse | check / base | check / after-move "
        "| check / analyze | (parse + own) / parse |"
    )
    print("|---|---:|---:|---:|---:|---:|")
    for row in rows:
        row["ratios"] = {
            other: row["check"] / row[other]
            for other in ("parse", "base", "after-move", "analyze")
            if other in row
        }
        row["ratios"]["own"] = (row["parse"] + row["own"]) / row["parse"]
        cells = [
            f"{row['ratios'][c]:.2f}" if c in row["ratios"] else "-"
            for c in ("parse", "base", "after-move", "analyze")
        ]
        print(
            f"| {row['source']} | " + " | ".join(cells) + f" | {row['ratios']['own']:.3f} |"
        )


SERIES = [
    ("blocks, balanced", generate.blocks_plain, [100, 1000, 10000, 100000]),
    ("blocks, flags", generate.blocks_flags, [100, 1000, 10000, 100000]),
    ("blocks, skips", generate.blocks_skips, [100, 1000, 10000, 100000]),
    ("blocks, loops", generate.blocks_loops, [100, 1000, 10000, 100000]),
    ("locks", generate.locks, [10, 30, 100, 300, 1000]),
    ("call depth", generate.depth, [10, 100, 1000, 10000]),
    ("unit, lock-heavy", generate.lock_heavy, [10, 100, 1000, 3000]),
    ("unit, lock-free", generate.lock_free, [10, 100, 1000, 3000]),
]


def series(tools, folder, runs, largest):
    print("\n## Growth\n")
    print("| series | size | parse | own | own / parse | growth | MiB | base MiB |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    rows = []
    for name, maker, sizes in SERIES:
        previous = None
        for size in (s for s in sizes if s <= largest):
            file = write(folder, "series.c", maker(size))
            parse, own, memory, base = [], [], [], []
            row = {"series": name, "size": size}
            rows.append(row)
            try:
                for _ in range(runs):
                    parse.append(cpu_seconds([tools.clang, "-fsyntax-only", file]))
                    seconds, mebibytes = tools.own(file)
                    own.append(seconds)
                    memory.append(mebibytes)
                    base.append(run(tools.tidy(NOTHING, file))[1])
                    if own[-1] > TIMEOUT / 4:
                        break
            except Failed as reason:
                row["failed"] = str(reason)
                print(f"| {name} | {size} | | {reason} | | | | |", flush=True)
                break
            row["parse"] = statistics.median(parse)
            row["own"] = statistics.median(own)
            row["memory"] = statistics.median(memory)
            row["base memory"] = statistics.median(base)
            growth = ""
            if previous and previous["own"] > 0.005 and row["own"] > 0:
                row["growth"] = math.log(row["own"] / previous["own"]) / math.log(
                    size / previous["size"]
                )
                growth = f"{row['growth']:.2f}"
            print(
                f"| {name} | {size} | {row['parse']:.3f} | {row['own']:.3f} "
                f"| {row['own'] / row['parse']:.2f} | {growth} "
                f"| {row['memory']:.0f} | {row['base memory']:.0f} |",
                flush=True,
            )
            previous = row
    return rows


def print_corpus(path):
    """The share of the check on files of others, from test/corpus/corpus.py."""
    with open(path, encoding="utf-8") as file:
        figures = json.load(file)
    print("\n## Share on real files\n")
    print("| package | files | lines | check, s | clang-tidy, s | share | slowest |")
    print("|---|---:|---:|---:|---:|---:|---|")
    for name, figure in sorted(figures.items()):
        own = sum(t[0] for t in figure["times"])
        wall = sum(t[1] for t in figure["times"])
        if wall:
            slowest = max(figure["times"])
            print(f"| {name} | {len(figure['times'])} | {figure['lines']} | {own:.2f} "
                  f"| {wall:.1f} | {100 * own / wall:.1f} % "
                  f"| {slowest[2]}, {slowest[0]:.2f} s |")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--build", required=True, help="a build with the plugin")
    parser.add_argument("--llvm", type=int, default=22)
    parser.add_argument("--runs", type=int, default=5, help="runs for each median")
    parser.add_argument("--functions", type=int, default=300, help="size of part one")
    parser.add_argument("--largest", type=int, default=100000, help="end of part two")
    parser.add_argument("--quick", action="store_true", help="three runs, up to 10^4")
    parser.add_argument("--json", metavar="FILE", help="write the figures too")
    parser.add_argument("--plots", metavar="FOLDER", help="write SVG files there")
    parser.add_argument("--corpus", metavar="FILE",
                        help="figures of `./dev corpus --json FILE run`")
    arguments = parser.parse_args()
    if arguments.quick:
        arguments.runs = 3
        arguments.largest = min(arguments.largest, 10000)

    tools = Tools(arguments.build, arguments.llvm)
    print(f"LLVM {arguments.llvm}, {platform.machine()}, {os.cpu_count()} CPUs, "
          f"medians of {arguments.runs} runs", flush=True)
    with tempfile.TemporaryDirectory(prefix="semtidy-bench-") as folder:
        comparison = compare(tools, folder, arguments.functions, arguments.runs)
        print_comparison(comparison)
        growth = series(tools, folder, arguments.runs, arguments.largest)
    if arguments.corpus:
        print_corpus(arguments.corpus)
    if arguments.plots:
        os.makedirs(arguments.plots, exist_ok=True)
        for name, unit in (("own", "CPU seconds of the check"),
                           ("memory", "MiB of the run")):
            text = plot.lines(growth, name, unit)
            write(arguments.plots, f"growth-{name}.svg", text)
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump({"comparison": comparison, "series": growth}, file, indent=2)
            file.write("\n")
    return 1 if any("failed" in row for row in growth) else 0


if __name__ == "__main__":
    sys.exit(main())
