#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Rewrites the CHECK lines of tests from what the check really says.

    update_checks.py FILE...        (./dev update-checks FILE... calls it)

The old CHECK lines go; after the line of each warning come a CHECK line for it
and a CHECK-NEXT line for each of its notes. The flags are those of the file's
first RUN line with %check. Read the result: it is what the check says, not
what it should say.
"""

import os
import re
import shlex
import sys
import tempfile

import check

OLD = re.compile(r"^\s*// CHECK(-\w+)?:")
RUN = re.compile(r"RUN: *%check(?:_notes|_silent)?\b(?P<arguments>.*)$")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read().splitlines()


def run_arguments(path, lines):
    """What the RUN line says after %check, with %s and %S filled in."""
    for line in lines:
        if match := RUN.search(line):
            text = match["arguments"]
            for word, value in {
                "%s": path,
                "%S": os.path.dirname(os.path.abspath(path)),
                "%inputs": check.INPUTS,
                "%win32": "--target=x86_64-w64-mingw32",
            }.items():
                text = re.sub(re.escape(word) + r"\b", lambda _, v=value: v, text)
            words = shlex.split(text)
            own = ("-silent", "-broken", "-strict-notes")
            words = [w for w in words if w not in own]
            if not any(w.startswith("-prefix=") for w in words):
                return words
    sys.exit(f"{path}: has no RUN line with a plain %check")


def update(path):
    lines = [line for line in read(path) if not OLD.match(line)]
    # Line numbers count in the file without CHECK lines.
    with tempfile.NamedTemporaryFile(
        "w",
        dir=os.path.dirname(os.path.abspath(path)),
        prefix=".update-",
        suffix=os.path.splitext(path)[1],
        encoding="utf-8",
    ) as bare:
        bare.write("\n".join(lines) + "\n")
        bare.flush()
        arguments = run_arguments(path, lines)
        output, _ = check.run([bare.name if w == path else w for w in arguments])
        diagnostics = check.parse(output)
        for error in filter(check.Diagnostic.is_compile_error, diagnostics):
            sys.exit(f"{path}: does not compile: {error.text}")
        blocks = {}
        for d in diagnostics:
            if os.path.realpath(d.file) != os.path.realpath(bare.name):
                continue
            if d.level != "note":
                at = d.line
            blocks.setdefault(at, []).append(d)

    # Where each bare line stands once the blocks are in place.
    position = {}
    shift = 0
    for number in range(1, len(lines) + 1):
        position[number] = number + shift
        shift += len(blocks.get(number, []))

    result = []
    for number, line in enumerate(lines, 1):
        result.append(line)
        indent = re.match(r"\s*", line)[0]
        for d in blocks.get(number, []):
            own = len(result) + 1
            offset = position[d.line] - own
            kind = "CHECK-NEXT" if d.level == "note" else "CHECK"
            name = f" [{d.check}]" if d.check else ""
            result.append(
                f"{indent}// {kind}: :[[@LINE{offset:+d}]]:{d.column}: "
                f"{d.level}: {d.text}{name}"
            )
    with open(path, "w", encoding="utf-8") as file:
        file.write("\n".join(result) + "\n")
    print(f"{path}: {sum(len(b) for b in blocks.values())} lines")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    for argument in sys.argv[1:]:
        update(argument)
