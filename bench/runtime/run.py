#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""What the runtime header costs: nanoseconds per pair of calls, bare, with the
header, with ThreadSanitizer, and under DRD, all in one run.

  bench/runtime/run.py [--cc clang-22] [--quick] [--only COLUMNS] [--json FILE]

Columns are measured in turn, several times, and the best time of each counts;
so the ratios mean something on a machine that does other things as well. A
column whose tool is missing is left out, and said to be.
"""

import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
RUNTIME = HERE.parent.parent / "checker" / "runtime"

# Case, threads, and what it is.
CASES = [
    ("mutex", 1, "mutex, uncontended"),
    ("mutex", 2, "mutex, one for each of 2 threads"),
    ("mutex", 4, "mutex, one for each of 4 threads"),
    ("mutex", 8, "mutex, one for each of 8 threads"),
    ("shared", 2, "mutex, 2 threads at one"),
    ("nested", 1, "spin lock inside a mutex"),
    ("rwlock", 1, "read lock"),
    ("sem", 1, "semaphore wait and post"),
    ("sem", 2, "semaphore, one for each of 2 threads"),
    ("sem", 4, "semaphore, one for each of 4 threads"),
    ("sem", 8, "semaphore, one for each of 8 threads"),
    ("lifetime", 1, "mutex init, lock, unlock, destroy"),
    ("malloc-free", 1, "malloc and free"),
]


def build(cc, directory):
    common = [cc, "-std=gnu11", "-O2", "-g", str(HERE / "pairs.c"), "-pthread"]
    header = ["-DSEMTIDY_CONFIRM", "-I", str(RUNTIME), "-include", "semtidy/confirm.h"]
    variants = {"bare": [], "header": header, "tsan": ["-fsanitize=thread"]}
    programs = {}
    for name, flags in variants.items():
        program = os.path.join(directory, name)
        result = subprocess.run([*common, *flags, "-o", program], stderr=subprocess.PIPE, text=True)
        if result.returncode == 0:
            programs[name] = [program]
        else:
            print(f"no column {name}: {result.stderr.strip().splitlines()[-1]}", file=sys.stderr)
    if shutil.which("valgrind"):
        programs["drd"] = ["valgrind", "--tool=drd", "-q", programs["bare"][0]]
    else:
        print("no column drd: valgrind is missing", file=sys.stderr)
    return programs


def measure(command, case, threads, rounds):
    output = subprocess.run(
        [*command, case, str(threads), str(rounds)], check=True, capture_output=True, text=True
    )
    return float(output.stdout)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cc", default=os.environ.get("CC", "clang-22"))
    parser.add_argument("--quick", action="store_true", help="a smoke test, not a measurement")
    parser.add_argument("--only", default="", help="columns, with commas")
    parser.add_argument("--json", type=pathlib.Path)
    arguments = parser.parse_args()
    turns, scale = (1, 100) if arguments.quick else (5, 1)
    rounds = {"bare": 100_000, "header": 100_000, "tsan": 20_000, "drd": 1_000}
    results = []
    with tempfile.TemporaryDirectory() as directory:
        programs = build(arguments.cc, directory)
        wanted = arguments.only.split(",") if arguments.only else list(programs)
        columns = [c for c in programs if c in wanted]
        titles = [c if c == "bare" else f"{c:>9} (x)" for c in columns]
        print(f"{'ns for each pair':36}" + "".join(f"{t:>18}" for t in titles))
        for case, threads, title in CASES:
            best = dict.fromkeys(columns, float("inf"))
            for turn in range(turns):
                for column in columns:
                    if turn and column == "drd":
                        continue  # slow, and its ratio is far from any doubt
                    n = max(100, rounds[column] // scale // (4 if threads > 2 else 1))
                    best[column] = min(best[column], measure(programs[column], case, threads, n))
            row = f"{title:36}"
            for column in columns:
                ratio = best[column] / best["bare"]
                cell = f"{best[column]:.1f}"
                row += f"{cell:>18}" if column == "bare" else f"{cell:>10} ({ratio:.2f})".rjust(18)
            print(row, flush=True)
            results.append({"case": case, "threads": threads, "title": title, "ns": best})
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=2) + "\n")


if __name__ == "__main__":
    main()
