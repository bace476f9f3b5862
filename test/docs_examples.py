#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs the check on every example in a page of the docs.

    docs_examples.py PAGE.md...

An example is a fenced block of C or C++. The words after the language say how
it is compiled:

    ```c posix          the names are in PRELUDES below
    ```cpp std
    ```c untested       not run; only for declarations and fragments

A comment `// warning: TEXT` after a line says that the check reports this line
with exactly this text; `// note: TEXT` says that a note stands there. A block
without such comments is a safe one, where the check must be silent. Each block
with a warning needs its notes only as far as it shows them.

Also run: blocks marked ```console whose first line is `$ semtidy FILE ...`.
Their text must be what the command prints, or a part of it where a line `...`
stands.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile

import check

SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PRELUDES = {
    "os2": ["#define INCL_DOSSEMAPHORES", "#include <os2.h>"],
    "posix": [
        "#include <errno.h>",
        "#include <pthread.h>",
        "#include <semaphore.h>",
        "#include <stdbool.h>",
        "#include <stdlib.h>",
    ],
    "c11": ["#include <stdlib.h>", "#include <threads.h>"],
    "win32": ["#include <windows.h>"],
    "freertos": ['#include "FreeRTOS.h"', '#include "semphr.h"'],
    "std": ["#include <memory>", "#include <mutex>", "#include <shared_mutex>"],
}
FLAGS = {
    "win32": ["--target=x86_64-w64-mingw32"],
    "std": ["-std=c++17"],
}
INCLUDES = ["checker/runtime/semtidy/os2", "examples/freertos/include"]

FENCE = re.compile(r"^```(\w+)(.*)$")
MARK = re.compile(r"//\s*(warning|note): (.*)$")


def blocks(path):
    """Yields (line of the fence, language, words, lines)."""
    start, language, words, lines = None, "", [], []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            line = line.rstrip("\n")
            if start is None:
                if match := FENCE.match(line):
                    start, language = number, match[1]
                    words, lines = match[2].split(), []
            elif line == "```":
                yield start, language, words, lines
                start = None
            else:
                lines.append(line)


def check_code(where, first, language, words, lines):
    preludes = [w for w in words if w in PRELUDES]
    if not preludes:
        yield f"{where}: say how it is compiled: {', '.join(PRELUDES)} or untested"
        return
    text = []
    flags = []
    for name in preludes:
        text += PRELUDES[name]
        flags += FLAGS.get(name, [])
    for folder in INCLUDES:
        flags += ["-I", os.path.join(SOURCE, folder)]
    with tempfile.NamedTemporaryFile(
        "w", suffix="." + language, encoding="utf-8"
    ) as file:
        file.write("\n".join(text + lines) + "\n")
        file.flush()
        output, _ = check.run([file.name, "--", *flags])
    # clang-tidy counts real lines, whatever #line says.
    shift = first - len(text) - 1
    said = {(d.level, d.line + shift, d.text) for d in check.parse(output)}
    wanted = set()
    for number, line in enumerate(lines, first):
        if match := MARK.search(line):
            wanted.add((match[1], number, match[2].strip()))
    for level, line, message in sorted(said):
        if level == "error":
            yield f"{where}: does not compile, line {line}: {message}"
        if level == "warning" and (level, line, message) not in wanted:
            yield f"{where}: not announced, line {line}: {message}"
    for level, line, message in sorted(wanted - said):
        yield f"{where}: announced but not said, line {line}: {level}: {message}"


def check_console(where, lines):
    command = shlex.split(lines[0][2:])
    command[0] = os.path.join(os.environ["SEMTIDY_BUILD"], "bin", "semtidy")
    process = subprocess.run(
        command,
        cwd=SOURCE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        check=False,
    )
    output = process.stdout.replace(SOURCE + os.sep, "")
    # Each piece between lines of dots must come in order.
    position = 0
    for piece in re.split(r"^\.\.\.$", "\n".join(lines[1:]), flags=re.M):
        piece = piece.strip("\n")
        found = output.find(piece, position)
        if found < 0:
            yield f"{where}: this is not printed:\n{piece}\n--- but this:\n{output}"
            return
        position = found + len(piece)


def main(paths):
    problems = []
    count = {"tested": 0, "untested": 0}
    for path in paths:
        for start, language, words, lines in blocks(path):
            where = f"{os.path.relpath(path, SOURCE)}:{start}"
            if language == "console" and lines[:1] and lines[0].startswith("$ semtidy "):
                count["tested"] += 1
                problems += check_console(where, lines)
            if language not in ("c", "cpp"):
                continue
            if "untested" in words:
                count["untested"] += 1
                continue
            count["tested"] += 1
            problems += check_code(where, start + 1, language, words, lines)
    print(f"examples: {count['tested']} tested, {count['untested']} not")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
