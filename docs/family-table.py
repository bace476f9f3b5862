#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes the table of the built-in families into docs/models.md.

    docs/family-table.py [--check] [PAGE]

With --check it changes nothing, and exits 1 if the table is not what the model
files say.
"""

import glob
import os
import sys

import yaml

DOCS = os.path.dirname(os.path.abspath(__file__))
MODELS = os.path.join(os.path.dirname(DOCS), "checker", "model", "apis")
BEGIN, END = "<!-- family-table -->", "<!-- /family-table -->"
# What the table says of a role; other roles do not change whether it is set.
VERBS = {
    "create": "creates",
    "open": "creates",
    "set": "sets",
    "try-set": "sets",
    "reacquire": "sets",
    "clear": "clears",
    "close": "closes",
}


def families():
    for path in sorted(glob.glob(os.path.join(MODELS, "*.yaml"))):
        with open(path, encoding="utf-8") as stream:
            for family in yaml.load_all(stream, Loader=yaml.BaseLoader):
                if any(f["Role"] in VERBS for f in family["Functions"]):
                    yield family


def functions(family):
    """The names by what they do; members of one class once per class."""
    by_verb = {}
    for function in family["Functions"]:
        if verb := VERBS.get(function["Role"]):
            by_verb.setdefault(verb, []).extend(function["Names"])
    parts = []
    for verb in dict.fromkeys(VERBS.values()):
        names = list(dict.fromkeys(by_verb.get(verb, [])))
        classes, plain = {}, []
        for name in names:
            owner, _, member = name.rpartition("::")
            if owner:
                classes.setdefault(owner, []).append(member)
            else:
                plain.append(name)
        # Classes with the same members share one entry.
        groups = {}
        for owner, members in classes.items():
            groups.setdefault(tuple(members), []).append(owner)
        texts = [" ".join(f"`{name}`" for name in plain)] if plain else []
        for members, owners in groups.items():
            texts.append(
                " ".join(f"`{m}`" for m in members)
                + " of "
                + " ".join(f"`{o}`" for o in owners)
            )
        if texts:
            parts.append(f"{verb} " + ", ".join(texts))
    if family.get("EndsWithStorage") == "true":
        parts.append("closes by the end of its memory")
    return "; ".join(parts)


def kinds(family):
    """The family's kind, or the kinds of what its creators make."""
    if family["Kind"] != "from-creator":
        return family["Kind"]
    made = [f["Kind"] for f in family["Functions"] if "Kind" in f]
    return ", ".join(dict.fromkeys(made))


def table():
    lines = [
        "| family | what it is | kind | strength | a close while set | functions |",
        "|---|---|---|---|---|---|",
    ]
    for family in families():
        cells = [
            f"`{family['Family']}`",
            family["Title"],
            kinds(family),
            family["Strength"],
            family["Close"]["WhenSet"],
            functions(family),
        ]
        lines.append("| " + " | ".join(c.replace("|", "\\|") for c in cells) + " |")
    return "\n".join(lines)


def main(arguments):
    check = arguments[:1] == ["--check"]
    paths = arguments[1 if check else 0 :] or [os.path.join(DOCS, "models.md")]
    with open(paths[0], encoding="utf-8") as stream:
        page = stream.read()
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not begin or not end:
        print(f"{paths[0]}: error: no {BEGIN} ... {END}", file=sys.stderr)
        return 1
    wanted = f"{before}{BEGIN}\n{table()}\n{END}{after}"
    if page == wanted:
        return 0
    if check:
        print(
            f"{paths[0]}: error: the family table is stale; run docs/family-table.py",
            file=sys.stderr,
        )
        return 1
    with open(paths[0], "w", encoding="utf-8") as stream:
        stream.write(wanted)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
