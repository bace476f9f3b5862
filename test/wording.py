#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Looks at every sentence that the check can say, without running it.

Messages have no square brackets, since readers of compiler output take what
stands in brackets for the name of the check, and no full stop, as clang's have
none. check.py looks at the messages that tests provoke; this looks at the
WhenSet texts of the model files and at the string literals of the files that
word the messages.
"""

import glob
import os
import re
import sys

import yaml

SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
MESSAGE_FILES = ["checker/report/*.cpp", "checker/*Check.cpp"]
STRING = re.compile(r'"((?:[^"\\\n]|\\.)*)"')


def model_texts():
    for path in sorted(glob.glob(f"{SOURCE}/checker/model/apis/*.yaml")):
        with open(path, encoding="utf-8") as file:
            for family in yaml.safe_load_all(file):
                if not family:
                    continue
                where = f"{os.path.basename(path)}: {family.get('Family')}"
                text = (family.get("Close") or {}).get("WhenSet")
                if text is not None:
                    yield where, text
                elif family.get("Strength") != "off":
                    yield where, ""


def literals():
    for pattern in MESSAGE_FILES:
        for path in sorted(glob.glob(os.path.join(SOURCE, pattern))):
            with open(path, encoding="utf-8") as file:
                for number, line in enumerate(file, 1):
                    code = re.sub(r"^\s*//.*|^\s*#.*", "", line)
                    if "dbgs()" in code:
                        continue
                    for match in STRING.finditer(code):
                        # A message has words; names and options have none.
                        if " " in match[1].strip():
                            yield f"{os.path.relpath(path, SOURCE)}:{number}", match[1]


def fault(text):
    words = re.sub(r"'[^']*'", "''", text)
    if not words.strip():
        return "no text"
    if "[" in words or "]" in words:
        return "square brackets"
    if words.rstrip().endswith(".") or ". " in words:
        return "a full stop"
    return None


def main():
    texts = list(model_texts())
    messages = list(literals())
    faults = 0
    for where, text in texts + messages:
        if found := fault(text):
            faults += 1
            print(f"{where}: {found}: {text!r}", file=sys.stderr)
    print(f"wording: {len(texts)} model texts, {len(messages)} literals")
    if not texts or not messages:
        print("nothing to look at, which cannot be right", file=sys.stderr)
        return 1
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
