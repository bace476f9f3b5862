#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints a worked example of docs/models.md: docs_model.py FAMILY, or Like"""

import os
import re
import sys

PAGE = os.path.join(os.path.dirname(__file__), "..", "..", "docs", "models.md")


def main(family):
    with open(PAGE, encoding="utf-8") as stream:
        blocks = re.findall(r"^```yaml\n(---\n.*?)^```$", stream.read(), re.M | re.S)
    for block in blocks:
        pattern = "Like:" if family == "Like" else rf"Family: +{re.escape(family)}"
        if re.search(rf"^{pattern}$", block, re.M):
            print(block, end="")
            return 0
    print(f"docs/models.md has no example of family '{family}'", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
