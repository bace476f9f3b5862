# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints a SARIF file as FileCheck can read it, or validates some.

    sarif_check.py show FILE
    sarif_check.py validate SCHEMA FILE...
    sarif_check.py narrower SCHEMA OF

The last says whether what SCHEMA allows of each object is allowed by the schema OF.
"""

import json
import sys


def place(location):
    physical = location["physicalLocation"]
    artifact = physical["artifactLocation"]
    base = "%" + artifact["uriBaseId"] + "%/" if "uriBaseId" in artifact else ""
    region = physical.get("region", {})
    span = ":".join(
        str(region[key])
        for key in ("startLine", "startColumn", "endLine", "endColumn")
        if key in region
    )
    return f"{base}{artifact['uri']} {span}"


def show(sarif):
    (run,) = sarif["runs"]
    driver = run["tool"]["driver"]
    print("tool", driver["name"], driver["version"])
    for rule in driver["rules"]:
        print("rule", rule["id"], "help" in rule and "with help" or "no help")
    for invocation in run["invocations"]:
        print("successful", invocation["executionSuccessful"])
        for n in invocation["toolExecutionNotifications"]:
            print("notification", n["level"], n["message"]["text"])
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        print("result", result["level"], result["ruleId"], result["message"]["text"])
        print("  at", place(result["locations"][0]))
        print("  state", result.get("baselineState"))
        print("  fingerprint", result["partialFingerprints"]["semtidy/v1"])
        for flow in result.get("codeFlows", []):
            (thread,) = flow["threadFlows"]
            orders = [l["executionOrder"] for l in thread["locations"]]
            assert orders == list(range(1, len(orders) + 1)), orders
            for location in thread["locations"]:
                where = location["location"]
                print("  step", place(where), where["message"]["text"])
    print("end")


def validate(schema, sarif):
    import jsonschema

    validator = jsonschema.validators.validator_for(schema)(schema)
    errors = list(validator.iter_errors(sarif))
    for error in errors:
        print("/".join(map(str, error.absolute_path)) + ":", error.message)
    print("valid" if not errors else "not valid")
    return 1 if errors else 0


def narrower(ours, theirs):
    def below(where, one, other):
        other = other.get("oneOf", [other])[0]
        if "$ref" in other:
            other = theirs["definitions"][other["$ref"].split("/")[-1]]
        if "$ref" in one:
            return
        if "required" in other:
            missing = set(other["required"]) - set(one.get("required", []))
            if missing:
                print(f"{where}: not required: {sorted(missing)}")
                yield where
        if "enum" in other and not set(one.get("enum", ["?"])) <= set(other["enum"]):
            print(f"{where}: values differ")
            yield where
        if other.get("type", one.get("type")) != one.get("type", other.get("type")):
            print(f"{where}: type differs")
            yield where
        for key in ("minimum", "minItems"):
            if other.get(key, 0) > 0 and one.get(key, 0) < other[key]:
                print(f"{where}: {key} is less")
                yield where
        for name, value in one.get("properties", {}).items():
            if name not in other.get("properties", {}):
                print(f"{where}: {name} is none of its properties")
                yield where
            else:
                yield from below(f"{where}/{name}", value, other["properties"][name])

    wrong = list(below("", ours, theirs))
    for name, definition in ours["definitions"].items():
        wrong += below(name, definition, theirs["definitions"][name])
    print("narrower" if not wrong else "not narrower")
    return 1 if wrong else 0


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


if sys.argv[1] == "show":
    show(read(sys.argv[2]))
elif sys.argv[1] == "narrower":
    sys.exit(narrower(read(sys.argv[2]), read(sys.argv[3])))
else:
    schema = read(sys.argv[2])
    sys.exit(max([validate(schema, read(path)) for path in sys.argv[3:]]))
