#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Rules about the project's own files.

    project_rules.py licenses   every source says its license
    project_rules.py layers     folders of checker/ depend in one direction
    project_rules.py links      links between pages lead somewhere

Each prints how many files it looked at, and fails if that is none.
"""

import os
import re
import sys

SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SPDX = "SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception"
SOURCES = (".h", ".cpp", ".py", ".in", ".cmake", ".yaml", ".yml", "CMakeLists.txt")
SCRIPTS = ("dev", ".ci/run", ".ci/packages", "examples/run", ".clang-tidy", ".clang-format")

# What the files of a folder of checker/ may include from the others.
LAYERS = {
    "model": set(),
    "engine": {"model"},
    "report": {"model", "engine"},
    "runtime": set(),
}
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)
LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")


def files(*folders, suffixes):
    for folder in folders:
        for where, inner, names in os.walk(os.path.join(SOURCE, folder)):
            inner[:] = sorted(
                f for f in inner if not f.startswith((".git", ".cache", "build", "__"))
            )
            for name in sorted(names):
                if name.endswith(suffixes):
                    yield os.path.relpath(os.path.join(where, name), SOURCE)


def read(path):
    with open(os.path.join(SOURCE, path), encoding="utf-8", errors="replace") as file:
        return file.read()


def licenses(look):
    # Tests are too many and too small to each carry a license.
    covered = list(files("checker", "cmake", "bench", suffixes=SOURCES))
    # Pieces of one header, which says it for them; and Debian's own forms.
    pieces = ("checker/runtime/parts/", "checker/cmake/debian/")
    covered = [path for path in covered if not path.startswith(pieces)]
    covered += files("examples", suffixes=SOURCES + (".c",))
    covered += [p for p in files("test", suffixes=(".py", ".in")) if "/Inputs/" not in p]
    for path in [*covered, *SCRIPTS]:
        look(path)
        if SPDX not in read(path)[:1500]:
            yield f"{path}: does not say its license"


def layers(look):
    for folder, allowed in LAYERS.items():
        for path in files(f"checker/{folder}", suffixes=(".h", ".cpp")):
            look(path)
            for included in INCLUDE.findall(read(path)):
                target = os.path.normpath(included).split(os.sep)
                target = [part for part in target if part not in ("..", "checker")]
                if target[0] in LAYERS and target[0] not in allowed | {folder}:
                    yield f"{path}: {folder} must not depend on {target[0]}"


def links(look):
    pages = ["README.md"]
    pages += files("docs", "checker", "test", "bench", "examples", suffixes=(".md",))
    for path in pages:
        look(path)
        text = re.sub(r"^```.*?^```", "", read(path), flags=re.M | re.S)
        for link in LINK.findall(text):
            if re.match(r"[a-z]+:", link) or link.startswith("#"):
                continue
            target = os.path.join(SOURCE, os.path.dirname(path), link.split("#")[0])
            if not os.path.exists(target):
                yield f"{path}: the link to {link} leads nowhere"


def main(arguments):
    rules = {rule.__name__: rule for rule in (licenses, layers, links)}
    if len(arguments) != 1 or arguments[0] not in rules:
        sys.exit(__doc__)
    seen = []
    problems = list(rules[arguments[0]](seen.append))
    print(f"{arguments[0]}: {len(seen)} files")
    if not seen:
        problems.append("nothing to look at, which cannot be right")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
