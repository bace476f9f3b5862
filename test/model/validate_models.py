#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Checks model files more strictly than the plugin does.

    validate_models.py [--tests FOLDER] FILE...

The plugin must read every file that a user may write. This script holds our own
files to more: a plain name says how many parameters it has, two families that
share a function can be told apart, texts obey the wording of findings. With
--tests, each file must have a test of its name in FOLDER.

Prints `file:line: error: ...` for each mistake; exits 1 if there is one.
"""

import os
import re
import sys

import yaml

KINDS = {"owner-lock", "permit", "flag", "event", "from-creator"}
STRENGTHS = {"error", "warning", "note", "off"}
OUTCOMES = {
    "returns-error",
    "undefined",
    "aborts",
    "abandons",
    "loses-permit",
    "releases-it",
}
ROLES = {
    "create",
    "open",
    "set",
    "try-set",
    "clear",
    "close",
    "reacquire",
    "alias",
    "attribute",
    "escape",
    "free",
    "neutral",
}
BOOLEANS = {"true", "false"}
INTEGER = r"(?:-?0[xX][0-9a-fA-F]+|-?[0-9]+)"
CODE = rf"(?:[A-Za-z_]\w*:)?{INTEGER}"
COMPARISON = rf"(?:& {INTEGER} )?(?:==|!=|<=|>=|<|>) {CODE}"
PLACE = r"(?:return|this|\*?arg [0-9]+)"
TEST = re.compile(rf"(?P<place>{PLACE}) {COMPARISON}(?: \| {COMPARISON})*")
FAMILY_KEYS = {
    "Family": re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*"),
    "Title": re.compile(r"\S.*\S"),
    "Kind": KINDS,
    "Identity": {"address", "value"},
    "ReleasedBy": {"owner", "anyone"},
    "Strength": STRENGTHS,
    "Recursive": BOOLEANS,
    "HandleTypes": [re.compile(r"\w+(?:::\w+)*")],
    "EndsWithStorage": BOOLEANS,
    "HasModes": BOOLEANS,
    "Close": None,
    "Functions": None,
}
CLOSE_KEYS = {
    "Outcome": OUTCOMES,
    "BusyCodes": [re.compile(CODE)],
    "StaysOpen": BOOLEANS,
    "WhenSet": re.compile(r"[^\[\]]*[^\[\].]"),
}
EFFECT_KEYS = {
    "Names": [re.compile(r"\w+(?:::~?\w+)*|operator (?:new|delete)(?:\[\])?")],
    "Role": ROLES,
    "Object": re.compile(rf"{PLACE}|\*this"),
    "Params": re.compile(r"[0-9]+"),
    "Match": [re.compile(rf"arg [0-9]+ {COMPARISON}(?: \| {COMPARISON})*")],
    "When": re.compile(rf"(?:return|\*arg [0-9]+) {COMPARISON}(?: \| {COMPARISON})*"),
    "Kind": KINDS,
    "Initial": re.compile(rf"arg [0-9]+|{INTEGER}"),
    "Owned": TEST,
    "Count": re.compile(rf"arg [0-9]+|{INTEGER}"),
    "ArraySize": re.compile(r"arg [0-9]+"),
    "All": TEST,
    "Target": re.compile(r"\*arg [0-9]+"),
    "SharedName": re.compile(r"arg [0-9]+"),
    "Recursive": BOOLEANS,
    "HandleTypes": [re.compile(r"\w+(?:::\w+)*")],
    "Timeout": re.compile(r"arg [0-9]+"),
    "Immediate": re.compile(INTEGER),
    "Strength": STRENGTHS,
    "Guards": BOOLEANS,
    "Exclusive": BOOLEANS,
    "TellsState": BOOLEANS,
}
# Keys that say something only for these roles.
KEY_ROLES = {
    "Kind": {"create", "open"},
    "Initial": {"create"},
    "Strength": {"create", "open"},
    "Owned": {"create"},
    "SharedName": {"create", "open"},
    "Recursive": {"create", "open", "attribute"},
    "Count": {"set", "try-set", "clear"},
    "ArraySize": {"set", "try-set"},
    "All": {"set", "try-set"},
    "Timeout": {"set", "try-set"},
    "Immediate": {"set", "try-set"},
    "Target": {"alias"},
    "TellsState": {"neutral"},
    "Exclusive": {"set", "try-set"},
}


class Validator:
    def __init__(self):
        self.mistakes = []
        self.families = {}  # name -> where
        self.users = {}  # function name -> [(family, Params, has types, where)]

    def error(self, path, node, text):
        self.mistakes.append((path, node.start_mark.line + 1, text))

    def mapping(self, path, node, what, keys, required):
        """Returns the values by key; reports unknown, doubled, missing keys."""
        if not isinstance(node, yaml.MappingNode):
            self.error(path, node, f"{what}: expected keys and values")
            return {}
        values = {}
        for key, value in node.value:
            if key.value not in keys:
                self.error(path, key, f"{what}: unknown key '{key.value}'")
            elif key.value in values:
                self.error(path, key, f"{what}: '{key.value}' is given twice")
            else:
                values[key.value] = value
                self.value(path, key.value, value, keys[key.value])
        for key in required:
            if key not in values:
                self.error(path, node, f"{what}: '{key}' is missing")
        return values

    def value(self, path, key, node, allowed):
        if allowed is None:
            return
        if isinstance(allowed, list):
            if not isinstance(node, yaml.SequenceNode) or not node.value:
                self.error(path, node, f"{key}: expected a list with entries")
                return
            seen = set()
            for entry in node.value:
                self.value(path, key, entry, allowed[0])
                if str(entry.value) in seen:
                    self.error(path, entry, f"{key}: '{entry.value}' is given twice")
                seen.add(str(entry.value))
            return
        if not isinstance(node, yaml.ScalarNode):
            self.error(path, node, f"{key}: expected one value")
        elif isinstance(allowed, set):
            if node.value not in allowed:
                choices = ", ".join(sorted(allowed))
                self.error(
                    path, node, f"{key}: found '{node.value}', expected one of: {choices}"
                )
        elif not allowed.fullmatch(node.value):
            self.error(path, node, f"{key}: '{node.value}' is not well formed")

    def effect(self, path, node, family):
        """One entry below `Functions`."""
        effect = self.mapping(path, node, "function", EFFECT_KEYS, ["Names", "Role"])
        if "Role" not in effect or not isinstance(
            effect.get("Names"), yaml.SequenceNode
        ):
            return None
        role = effect["Role"].value
        for key, roles in KEY_ROLES.items():
            if key in effect and role not in roles:
                self.error(path, effect[key], f"{key} means nothing for '{role}'")
        place = effect["Object"].value if "Object" in effect else ""
        if not place and role != "neutral":
            self.error(path, node, f"'{role}' needs an Object")
        if place == "return" and role not in {"create", "open"}:
            self.error(path, node, f"'{role}' cannot be done to a result")
        if place.startswith("*arg") and family["Identity"] == "address":
            self.error(path, node, f"{place}: an address is not written through a pointer")
        if role == "alias" and "Target" not in effect:
            self.error(path, node, "'alias' needs a Target")
        if role == "attribute" and "Recursive" not in effect:
            self.error(path, node, "'attribute' says nothing without Recursive")
        if role == "try-set" and "When" not in effect:
            self.error(path, node, "'try-set' needs When: what tells success?")
        if "All" in effect and "ArraySize" not in effect:
            self.error(path, effect["All"], "All needs ArraySize")
        if "Immediate" in effect and "Timeout" not in effect:
            self.error(path, effect["Immediate"], "Immediate needs Timeout")
        types = "HandleTypes" in effect or family["HasTypes"]
        params = effect["Params"].value if "Params" in effect else None
        for name in effect["Names"].value:
            plain = "::" not in name.value and " " not in name.value
            if plain and not params and role not in {"neutral", "escape"}:
                self.error(path, name, f"{name.value}: Params is missing")
            if plain:
                self.users.setdefault(name.value, []).append(
                    (family["Family"], params, types, path, name)
                )
            if not plain and place == "this" and params and role not in {
                "create",
                "clear",
                "set",
                "try-set",
            }:
                self.error(path, name, f"{name.value}: Params of a member")
        return effect

    def family(self, path, node):
        values = self.mapping(
            path,
            node,
            "family",
            FAMILY_KEYS,
            ["Family", "Title", "Kind", "Identity", "Strength", "Close", "Functions"],
        )
        facts = {
            key: values[key].value if isinstance(values.get(key), yaml.ScalarNode) else ""
            for key in ("Family", "Kind", "Identity", "EndsWithStorage", "Strength")
        }
        facts["HasTypes"] = "HandleTypes" in values
        name = facts["Family"]
        if name in self.families:
            self.error(path, node, f"family '{name}' is also in {self.families[name]}")
        self.families[name] = path
        close = {}
        if "Close" in values:
            close = self.mapping(
                path, values["Close"], "Close", CLOSE_KEYS, ["Outcome", "WhenSet"]
            )
        if "WhenSet" in close and not close["WhenSet"].value.isascii():
            self.error(path, close["WhenSet"], "WhenSet: only ASCII")
        roles, kinds = set(), set()
        functions = values.get("Functions")
        if not isinstance(functions, yaml.SequenceNode) or not functions.value:
            self.error(path, functions or node, "Functions: expected a list with entries")
            return
        for entry in functions.value:
            if effect := self.effect(path, entry, facts):
                roles.add(effect["Role"].value)
                if "Kind" in effect:
                    kinds.add(effect["Kind"].value)
        if "free" in roles:
            return
        if facts["EndsWithStorage"] == "true":
            if "close" in roles:
                self.error(path, node, f"{name}: EndsWithStorage, and yet a close")
            if facts["Identity"] == "value":
                self.error(path, node, f"{name}: a handle has no storage to end")
        elif "close" not in roles and roles != {"neutral"}:
            self.error(path, node, f"{name}: nothing closes it")
        if facts["Kind"] == "from-creator" and not kinds:
            self.error(path, node, f"{name}: no creator tells the kind")

    def file(self, path):
        with open(path, encoding="utf-8") as stream:
            text = stream.read()
        if not text.startswith("# Part of SemTidy, under the Apache License v2.0"):
            self.mistakes.append((path, 1, "the license header is missing"))
        for number, line in enumerate(text.splitlines(), 1):
            if "\t" in line or line != line.rstrip():
                self.mistakes.append((path, number, "tab or trailing space"))
        try:
            for document in yaml.compose_all(text, Loader=yaml.SafeLoader):
                self.family(path, document)
        except yaml.YAMLError as failure:
            mark = getattr(failure, "problem_mark", None)
            line = mark.line + 1 if mark else 1
            self.mistakes.append((path, line, str(failure).replace("\n", " ")))

    def collisions(self):
        """Families that share a function must be told apart by its shape."""
        for function, users in self.users.items():
            for index, (family, params, types, path, node) in enumerate(users):
                for other, other_params, other_types, _, _ in users[:index]:
                    if family == other or (types and other_types):
                        continue
                    if params and other_params and params != other_params:
                        continue
                    self.error(
                        path, node, f"{function}: cannot be told from that of '{other}'"
                    )


def main(arguments):
    tests = None
    if arguments[:1] == ["--tests"]:
        tests, arguments = arguments[1], arguments[2:]
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    validator = Validator()
    for path in arguments:
        validator.file(path)
        name = os.path.splitext(os.path.basename(path))[0]
        if tests and not any(
            os.path.exists(os.path.join(tests, name + ext)) for ext in (".c", ".cpp")
        ):
            validator.mistakes.append((path, 1, f"no test {name}.c or {name}.cpp"))
    validator.collisions()
    for path, line, text in sorted(validator.mistakes):
        print(f"{path}:{line}: error: {text}")
    if not validator.mistakes:
        print(f"{len(validator.families)} families in {len(arguments)} files")
    return 1 if validator.mistakes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
