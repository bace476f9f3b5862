#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Counts the expectations of the suite and refuses to let them get worse.

    expectations.py [--update | --list TAG]

Every line that a test makes a claim about carries a tag in a comment:
  TP  true positive    the check reports this line, and is right
  TN  true negative    the check is silent here, and is right
  FP  false positive   the check reports this line, and is wrong (known)
  FN  false negative   the check is silent here, and is wrong (known)
FP and FN say why after a colon. expectations.json holds the committed counts:
TP and TN may not shrink, FP and FN may not grow. --update rewrites it.
"""

import json
import os
import re
import sys
from collections import Counter
from dataclasses import dataclass

HERE = os.path.dirname(os.path.abspath(__file__))
RECORD = os.path.join(HERE, "expectations.json")
SUFFIXES = (".c", ".cpp", ".test")

TAG = re.compile(r"(?://|/\*)\s*(TP|TN|FP|FN)\b(?: x(\d+))?(.*)$")
USES_CHECK = re.compile(r"RUN:.*%check(_silent|_notes)?\b")


@dataclass
class Tag:
    name: str
    line: int
    times: int
    reason: str

    @property
    def expects_finding(self):
        return self.name in ("TP", "FP")


def read_tags(path):
    tags = []
    with open(path, encoding="utf-8", errors="replace") as file:
        for number, text in enumerate(file, 1):
            if match := TAG.search(text):
                reason = match[3].replace("*/", "").strip(" :\n")
                tags.append(Tag(match[1], number, int(match[2] or 1), reason))
    return tags


def tested_files():
    """Files of the suite on which the check is run and tags are compared.

    project/ is left out: what it claims is about the harness, not the check.
    """
    for folder, folders, files in os.walk(HERE):
        folders[:] = sorted(f for f in folders if f not in ("Inputs", "project"))
        for name in sorted(files):
            path = os.path.join(folder, name)
            if not name.endswith(SUFFIXES):
                continue
            with open(path, encoding="utf-8", errors="replace") as file:
                runs = [l for l in file if USES_CHECK.search(l)]
            if any("-prefix=" not in line for line in runs):
                yield path


def main(arguments):
    if arguments not in ([], ["--update"]) and arguments[:1] != ["--list"]:
        sys.exit(__doc__)
    counts = Counter(TP=0, TN=0, FP=0, FN=0)
    problems = []
    files = 0
    for path in tested_files():
        files += 1
        for tag in read_tags(path):
            counts[tag.name] += tag.times
            where = f"{os.path.relpath(path, HERE)}:{tag.line}"
            if tag.name in ("FP", "FN") and not tag.reason:
                problems.append(f"{where}: {tag.name} needs a reason after a colon")
            if arguments[:1] == ["--list"] and tag.name in arguments[1:]:
                print(f"{where}: {tag.name} {tag.reason}")

    said = ", ".join(f"{name} {counts[name]}" for name in ("TP", "TN", "FP", "FN"))
    print(f"expectations: {said} in {files} files")
    if "--update" in arguments:
        with open(RECORD, "w", encoding="utf-8") as file:
            json.dump(counts, file, indent=2)
            file.write("\n")
    with open(RECORD, encoding="utf-8") as file:
        record = json.load(file)

    for name in ("TP", "TN"):
        if counts[name] < record[name]:
            problems.append(f"{name} shrank from {record[name]} to {counts[name]}")
    for name in ("FP", "FN"):
        if counts[name] > record[name]:
            problems.append(f"{name} grew from {record[name]} to {counts[name]}")
    if not problems and counts != record:
        print("better than recorded; test/expectations.py --update records it")
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
