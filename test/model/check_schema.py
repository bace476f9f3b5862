#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Validates model files with the JSON schema: check_schema.py FILE...

Prints `file: place: message` for each mistake; exits 1 if there is one. Without
a file, compares the keys of the schema with those that validate_models.py knows.
"""

import json
import os
import sys

import jsonschema
import validate_models
import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
SCHEMA = os.path.join(HERE, "..", "..", "checker", "model", "models.schema.json")


def compare(what, schema, known):
    keys = set(schema["properties"])
    for key in sorted(keys ^ set(known)):
        where = "the schema" if key in keys else "validate_models.py"
        print(f"{what}: '{key}' is only in {where}")
    return keys != set(known)


def main(paths):
    with open(SCHEMA, encoding="utf-8") as stream:
        schema = json.load(stream)
    validator = jsonschema.Draft7Validator(schema)
    validator.check_schema(schema)
    if not paths:
        parts = schema["definitions"]
        close = parts["family"]["properties"]["Close"]
        differs = compare("family", parts["family"], validate_models.FAMILY_KEYS)
        differs |= compare("Close", close, validate_models.CLOSE_KEYS)
        differs |= compare("function", parts["effect"], validate_models.EFFECT_KEYS)
        return int(differs)
    mistakes = documents = 0
    for path in paths:
        with open(path, encoding="utf-8") as stream:
            for document in yaml.safe_load_all(stream):
                documents += 1
                for error in validator.iter_errors(document):
                    mistakes += 1
                    place = "/".join(str(part) for part in error.absolute_path)
                    print(f"{os.path.basename(path)}: {place}: {error.message}")
    print(f"{documents} documents, {mistakes} mistakes")
    return int(mistakes > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
