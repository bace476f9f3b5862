#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Shrinks a file with cvise while the check still reports something in it.

    reduce.py FILE [-- compiler flags]      (./dev reduce FILE calls it)

The file is preprocessed first, so that what it includes shrinks too. A variant
is kept if it compiles and still has a finding with the same words (names may
change). The result stands beside the file: name.reduced.c.
"""

import os
import re
import shlex
import subprocess
import sys
import tempfile

import check


def findings(path, flags):
    """The messages without names, or None if the file does not compile."""
    output, _ = check.run([path, "--", *flags])
    diagnostics = check.parse(output)
    if any(d.is_compile_error() for d in diagnostics):
        return None
    return {re.sub(r"'[^']*'", "''", d.text) for d in diagnostics if d.is_finding()}


def main(arguments):
    if arguments[0] == "--test":
        wanted, path, *flags = arguments[1:]
        return 0 if wanted in (findings(path, flags) or ()) else 1

    path, *flags = arguments
    flags = flags[1:] if flags[:1] == ["--"] else flags
    base, suffix = os.path.splitext(path)
    clang = os.path.join(os.path.dirname(os.environ["SEMTIDY_CLANG_TIDY"]), "clang")
    # The target and the language level still matter after preprocessing.
    kept = [f for f in flags if re.match(r"-std=|--target=|-f|-m", f)]
    kept.append("-Wno-everything")

    with tempfile.TemporaryDirectory() as folder:
        work = os.path.join(folder, "reduced" + suffix)
        with open(work, "wb") as file:
            subprocess.run(
                [clang, "-E", "-P", *flags, "-I", check.INPUTS, path],
                stdout=file,
                check=True,
            )
        said = findings(work, kept)
        if not said:
            sys.exit(f"{path}: " + ("no finding" if said is not None else "broken"))
        wanted = sorted(said)[0]
        print(f"keeping: {wanted}")
        script = os.path.join(folder, "interesting.sh")
        command = [sys.executable, os.path.abspath(__file__), "--test", wanted]
        with open(script, "w", encoding="utf-8") as file:
            file.write(f"#!/bin/sh\nexec {shlex.join(command)} ")
            file.write(f"reduced{suffix} {shlex.join(kept)}\n")
        os.chmod(script, 0o755)
        subprocess.run(["cvise", script, os.path.basename(work)], cwd=folder, check=True)
        with open(work, encoding="utf-8") as file:
            reduced = file.read()
    result = f"{base}.reduced{suffix}"
    with open(result, "w", encoding="utf-8") as file:
        file.write(reduced)
    print(f"wrote {result}")
    return 0


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1:]))
