#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Compares the keys that the parser of model files reads with the JSON schema,
the page about the format, and what semtidy-models explains.

    check_keys.py FOLDER

A key is explained if two models that differ in it only are explained differently.
For a new key, CASES needs the two values. FOLDER is for the models.
"""

import json
import os
import re
import subprocess
import sys

import yaml

SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
MODEL = os.path.join(SOURCE, "checker", "model")

ABSENT = object()
CREATE = {"Role": "create", "Object": "return"}
TRY = {"Role": "try-set", "When": "return == 0"}
# For each key of a part, two values, and what else the function has then.
CASES = {
    "Family": {
        "Family": ("key-a", "key-b"),
        "Title": ("gate", "lock"),
        "Kind": ("permit", "flag"),
        "Identity": ("address", "value"),
        "ReleasedBy": ("owner", "anyone"),
        "Strength": ("error", "warning"),
        "Recursive": (True, False),
        "HasModes": (True, False),
        "HandleTypes": (["gate"], ["lock"]),
        "EndsWithStorage": (True, False),
        "Close": ({"Outcome": "aborts", "WhenSet": "a"}, {"Outcome": "aborts", "WhenSet": "b"}),
        "Functions": (ABSENT, [{"Names": ["other"], "Role": "clear", "Object": "arg 0"}]),
    },
    "CloseSection": {
        "Outcome": ("undefined", "aborts"),
        "BusyCodes": (["EBUSY:16"], [16]),
        "StaysOpen": (True, False),
        "WhenSet": ("it fails", "it says nothing"),
    },
    "Effect": {
        "Names": (["lock_a"], ["lock_b"]),
        "Role": ("set", "clear"),
        "Object": ("arg 0", "this"),
        "Params": (1, 2),
        "Match": (["arg 1 == 0"], ["arg 1 & 4 != 0"]),
        "When": ("return == 0", "*arg 1 == 0"),
        "Kind": ("permit", "event", CREATE),
        "Initial": ("arg 1", 1, CREATE),
        "Owned": ("arg 1 != 0", "arg 2 != 0", CREATE),
        "Count": ("arg 1", 2),
        "ArraySize": ("arg 1", "arg 2"),
        "All": ("arg 2 != 0", "arg 3 != 0", {"ArraySize": "arg 1"}),
        "Target": ("*arg 1", "*arg 2", {"Role": "alias"}),
        "SharedName": ("arg 1", "arg 2", CREATE),
        "Recursive": (True, False, CREATE),
        "HandleTypes": (["gate"], ["lock"]),
        "Timeout": ("arg 1", "arg 2", TRY),
        "Immediate": (0, 1, {**TRY, "Timeout": "arg 1"}),
        "Strength": ("note", "warning", CREATE),
        "Guards": (True, False, {"Object": "arg 0"}),
        "Exclusive": (True, False, TRY),
        "TellsState": (True, False, {"Role": "neutral"}),
    },
    "LikeDetails": {
        "As": ("pthread_mutex_lock", "pthread_mutex_unlock"),
        "Family": ("cmsis-rtos1-mutex", "cmsis-rtos2-mutex", {"As": "osMutexDelete"}),
        "Object": ("arg 0", "arg 1"),
        "Params": (1, 2),
        "HandleTypes": (["gate"], ["lock"]),
    },
}
SCHEMA_PARTS = {
    "Family": ("family",),
    "CloseSection": ("family", "properties", "Close"),
    "Effect": ("effect",),
    "LikeDetails": ("like", "properties", "Like", "additionalProperties", "anyOf", 1),
}


def parser_keys():
    """The keys of each part, as ModelParser.cpp maps them."""
    with open(os.path.join(MODEL, "ModelParser.cpp"), encoding="utf-8") as stream:
        text = stream.read()
    keys = {}
    for part, body in re.findall(
        r"struct MappingTraits<(\w+)> \{(.*?)\n\};", text, re.DOTALL
    ):
        if part in CASES:
            keys[part] = re.findall(r'\bmap(?:Required|Optional)\("(\w+)"', body)
    return keys


def schema_keys(part):
    with open(os.path.join(MODEL, "models.schema.json"), encoding="utf-8") as stream:
        node = json.load(stream)["definitions"]
    for step in SCHEMA_PARTS[part]:
        node = node[step]
    return set(node["properties"])


def with_key(part, key, which):
    """A family, or Like entry, that has one of the key's two values."""
    value, extra = CASES[part][key][which], (CASES[part][key] + ({},))[2]
    if part == "LikeDetails":
        return {**{"As": "pthread_mutex_lock"}, **extra, key: value}
    effect = {"Names": ["function"], "Role": "set", "Object": "arg 0"}
    close = {"Outcome": "undefined", "WhenSet": "it says nothing"}
    family = {
        "Title": "gate",
        "Strength": "error",
        "Close": close,
        "Functions": [effect],
    }
    target = {"Family": family, "CloseSection": close, "Effect": effect}[part]
    target.update(extra)
    if value is not ABSENT:
        target[key] = value
    return family


def explain(path, names):
    """What semtidy-models says of each of the names."""
    out = subprocess.run(
        ["semtidy-models", f"--models={path}", *names],
        check=True,
        stdout=subprocess.PIPE,
        universal_newlines=True,
    ).stdout
    texts, name = {}, None
    for line in out.splitlines():
        head = line.split(":")[0]
        if head in names:
            name, line = head, line[len(head) :]
            texts[name] = []
        # Where an entry stands in the file is not what it means.
        texts[name].append(re.sub(r"\S+\.yaml:[\d:]+|says .*", "", line))
    return texts


def main(folder):
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(SOURCE, "docs", "models.md"), encoding="utf-8") as stream:
        page = stream.read()
    mistakes, documents, likes, pairs = [], [], {}, {}
    keys = parser_keys()
    for part in CASES:
        for key in sorted(schema_keys(part) ^ set(keys[part])):
            mistakes.append(f"{part}: '{key}' is not in both the parser and the schema")
        for number, key in enumerate(keys[part]):
            if f"`{key}`" not in page:
                mistakes.append(f"{part}: '{key}' is not in docs/models.md")
            if key not in CASES[part]:
                mistakes.append(f"{part}: '{key}' has no case in check_keys.py")
                continue
            names = [f"{part}{number}{letter}" for letter in "ab"]
            pairs[part, key] = names
            for which, name in enumerate(names):
                model = with_key(part, key, which)
                if part == "LikeDetails":
                    likes[name] = model
                elif (part, key) == ("Family", "Family"):
                    del pairs[part, key]  # It is the heading.
                    break
                else:
                    documents.append({"Family": name, **model})
    path = os.path.join(folder, "keys.yaml")
    with open(path, "w", encoding="utf-8") as stream:
        yaml.safe_dump_all([*documents, {"Like": likes}], stream)
    texts = explain(path, [name for names in pairs.values() for name in names])
    for (part, key), (first, second) in pairs.items():
        if texts[first] == texts[second]:
            mistakes.append(f"{part}: semtidy-models does not explain '{key}'")
    print(*mistakes, sep="\n", end="\n" if mistakes else "")
    print(f"{sum(map(len, keys.values()))} keys, {len(mistakes)} mistakes")
    return int(bool(mistakes))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
