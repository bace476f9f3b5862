# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints the code block of a page that stands under a heading.

    snippet.py PAGE NAME

NAME is a word of the heading, in small letters. What the docs show is what the
tests run.
"""

import re
import sys

page, name = sys.argv[1:]
with open(page, encoding="utf-8") as file:
    text = file.read()
match = re.search(
    rf"^#+ [^\n]*\b{name}\b[^\n]*\n(.*?)^```\w+\n(.*?)^```$",
    text,
    re.MULTILINE | re.DOTALL | re.IGNORECASE,
)
if not match or re.search(r"^#", match[1], re.MULTILINE):
    sys.exit(f"{page} has no code under a heading with '{name}'")
sys.stdout.write(match[2])
