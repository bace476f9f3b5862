#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Asks which silent expectations would notice if the check went blind.

    sensitivity.py [FILE...]        (all tests of the check, if none is given)

A TN is worth something only if the check looks at that line at all. So each
test runs a second time with every modelled clear turned into nothing, by a
macro after the last #include. Most TN lines must then be reported. Those that
stay silent are listed: each should be silent for a reason other than a clear
(a failed set, an escape, a signal), or it tests nothing.

This is a tool for whoever writes tests; it is no test itself.
"""

import glob
import os
import re
import sys
import tempfile

import yaml

import check
import expectations
import update_checks

SOURCE = os.path.dirname(expectations.HERE)


def clearing_functions():
    names = set()
    for path in glob.glob(f"{SOURCE}/checker/model/apis/*.yaml"):
        with open(path, encoding="utf-8") as file:
            for family in filter(None, yaml.safe_load_all(file)):
                for effect in family.get("Functions") or []:
                    if effect.get("Role") == "clear":
                        names |= {n for n in effect["Names"] if n.isidentifier()}
    return names


def blinded(lines, names, header):
    """The lines with the last #include behind `header`, which adds macros.

    No line moves, since clang-tidy counts real lines.
    """
    includes = [i for i, line in enumerate(lines) if re.match(r"\s*#\s*include", line)]
    macros = [f"#define {n}(...) 0" for n in sorted(names)]
    if not includes:
        return None
    with open(header, "w", encoding="utf-8") as file:
        file.write("\n".join([lines[includes[-1]], *macros]) + "\n")
    result = list(lines)
    result[includes[-1]] = f'#include "{header}"'
    return "\n".join(result) + "\n"


def main(paths):
    names = clearing_functions()
    spoke, silent = 0, []
    for path in paths or list(expectations.tested_files()):
        wanted = [t for t in expectations.read_tags(path) if t.name == "TN"]
        lines = update_checks.read(path)
        if not wanted or path.endswith(".test"):
            continue
        folder = os.path.dirname(os.path.abspath(path))
        with tempfile.NamedTemporaryFile(
            "w", dir=folder, prefix=".blind-", suffix=".h"
        ) as header, tempfile.NamedTemporaryFile(
            "w",
            dir=folder,
            prefix=".blind-",
            suffix=os.path.splitext(path)[1],
            encoding="utf-8",
        ) as file:
            text = blinded(lines, names, header.name)
            if text is None:
                continue
            file.write(text)
            file.flush()
            arguments = update_checks.run_arguments(path, lines)
            output, _ = check.run([file.name if w == path else w for w in arguments])
        diagnostics = check.parse(output)
        if any(d.is_compile_error() for d in diagnostics):
            print(f"{path}: does not compile without clears", file=sys.stderr)
            continue
        said = {d.line for d in diagnostics if d.is_finding()}
        for tag in wanted:
            if tag.line in said:
                spoke += 1
            else:
                silent.append(f"{os.path.relpath(path, SOURCE)}:{tag.line}")
    for place in silent:
        print(f"still silent: {place}")
    print(f"sensitivity: {spoke} of {spoke + len(silent)} TN lines speak without clears")


if __name__ == "__main__":
    main(sys.argv[1:])
