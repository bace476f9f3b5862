#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Which tool sees which close of a set semaphore, at run time.

  bench/runtime/peers.py [--cc clang-22] [--only TOOL,...]

Runs each case of cases.c under the runtime header, ThreadSanitizer, DRD,
Helgrind, and bare, where the C library's own result is all there is. A dot
means that the tool said nothing. Cases that begin with `right-` have no
mistake; there a dot is right. A tool that is missing has no column.
"""

import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
RUNTIME = HERE.parent.parent / "checker" / "runtime"
HEADER = ["-DSEMTIDY_CONFIRM", "-I", str(RUNTIME), "-include", "semtidy/confirm.h"]


def build(cc, directory, name, flags):
    program = os.path.join(directory, name)
    command = [cc, "-std=gnu11", "-O1", "-g", str(HERE / "cases.c"), "-pthread", *flags, "-o", program]
    result = subprocess.run(command, stderr=subprocess.PIPE, text=True)
    if result.returncode:
        print(f"no column {name}: {result.stderr.strip()}", file=sys.stderr)
        return None
    return program


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--cc", default=os.environ.get("CC", "clang-22"))
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    environment = {**os.environ, "TSAN_OPTIONS": "exitcode=99", "SEMTIDY_OPTIONS": "exitcode=99"}
    with tempfile.TemporaryDirectory() as directory:
        bare = build(arguments.cc, directory, "bare", [])
        tools = {"header": [build(arguments.cc, directory, "header", HEADER)]}
        tools["tsan"] = [build(arguments.cc, directory, "tsan", ["-fsanitize=thread"])]
        for tool in ("drd", "helgrind"):
            valgrind = ["valgrind", f"--tool={tool}", "-q", "--error-exitcode=99", bare]
            tools[tool] = valgrind if shutil.which("valgrind") else [None]
        tools["libc"] = [bare]
        wanted = arguments.only.split(",") if arguments.only else list(tools)
        tools = {n: c for n, c in tools.items() if n in wanted and c[0]}
        names = subprocess.run([bare], check=True, capture_output=True, text=True).stdout.split()
        print(f"{'':32}" + "".join(f"{n:>10}" for n in tools))
        seen = dict.fromkeys(tools, 0)
        wrong = dict.fromkeys(tools, 0)
        for name in names:
            row = f"{name:32}"
            for tool, command in tools.items():
                result = subprocess.run([*command, name], capture_output=True, text=True, env=environment)
                said = result.returncode == 99 or (tool == "libc" and "busy" in result.stdout)
                row += f"{'seen' if said else '.':>10}"
                count = wrong if name.startswith("right-") else seen
                count[tool] += said
            print(row, flush=True)
        mistakes = sum(not n.startswith("right-") for n in names)
        print(f"{f'seen, of {mistakes}':32}" + "".join(f"{seen[t]:>10}" for t in tools))
        print(f"{'said of what is right':32}" + "".join(f"{wrong[t]:>10}" for t in tools))


if __name__ == "__main__":
    main()
