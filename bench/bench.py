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
import resource
import statistics
import subprocess
import sys
import tempfile

import generate

OURS = "semaphore-close-while-set"
TIMEOUT = 120


class Failed(Exception):
    """A run that crashed, or that took longer than TIMEOUT seconds."""


def cpu_seconds(command):
    """CPU time of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    try:
        process = subprocess.run(
            command, capture_output=True, timeout=TIMEOUT, check=False, encoding="utf-8"
        )
    except subprocess.TimeoutExpired as error:
        raise Failed(f"over {TIMEOUT} s") from error
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if process.returncode:
        print(f"failed: {' '.join(command)}\n{process.stderr[:500]}", file=sys.stderr)
        raise Failed(f"status {process.returncode}")
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


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
            "base": self.tidy("bugprone-suspicious-include", file),
            "check": self.tidy(OURS, file),
        }
        if file.endswith(".cpp"):
            commands["after-move"] = self.tidy("bugprone-use-after-move", file)
        commands["analyze"] = [self.clang, "--analyze", "-o", os.devnull, file]
        return commands

    def own_seconds(self, file):
        """The check's own CPU time in one run, from clang-tidy's profile."""
        with tempfile.TemporaryDirectory() as folder:
            command = self.tidy(
                OURS, file, "-enable-check-profile", f"-store-check-profile={folder}"
            )
            cpu_seconds(command)
            (stored,) = glob.glob(f"{folder}/*.json")
            with open(stored, encoding="utf-8") as profile:
                times = json.load(profile)["profile"]
        prefix = f"time.clang-tidy.{OURS}"
        return times.get(f"{prefix}.user", 0.0) + times.get(f"{prefix}.sys", 0.0)


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
                own.append(tools.own_seconds(file))
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
]


def series(tools, folder, runs, largest):
    print("\n## Growth\n")
    print("| series | size | parse | own | own / parse | growth |")
    print("|---|---:|---:|---:|---:|---:|")
    rows = []
    for name, maker, sizes in SERIES:
        previous = None
        for size in (s for s in sizes if s <= largest):
            file = write(folder, "series.c", maker(size))
            parse, own = [], []
            row = {"series": name, "size": size}
            rows.append(row)
            try:
                for _ in range(runs):
                    parse.append(cpu_seconds([tools.clang, "-fsyntax-only", file]))
                    own.append(tools.own_seconds(file))
                    if own[-1] > TIMEOUT / 4:
                        break
            except Failed as reason:
                row["failed"] = str(reason)
                print(f"| {name} | {size} | | {reason} | | |", flush=True)
                break
            row["parse"] = statistics.median(parse)
            row["own"] = statistics.median(own)
            growth = ""
            if previous and previous["own"] > 0.005 and row["own"] > 0:
                row["growth"] = math.log(row["own"] / previous["own"]) / math.log(
                    size / previous["size"]
                )
                growth = f"{row['growth']:.2f}"
            print(
                f"| {name} | {size} | {row['parse']:.3f} | {row['own']:.3f} "
                f"| {row['own'] / row['parse']:.2f} | {growth} |",
                flush=True,
            )
            previous = row
    return rows


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
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump({"comparison": comparison, "series": growth}, file, indent=2)
            file.write("\n")
    return 1 if any("failed" in row for row in growth) else 0


if __name__ == "__main__":
    sys.exit(main())
