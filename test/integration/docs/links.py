# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Every relative link in the Markdown files of the repository leads to a file,
and every anchor to a heading, as GitHub writes anchors."""
# REQUIRES: git
# RUN: %python %s %source

import re
import subprocess
import sys
from pathlib import Path

root = Path(sys.argv[1])
listed = subprocess.run(
    ["git", "ls-files", "-z", "*.md"], cwd=root, capture_output=True, check=True
).stdout
pages = [root / name for name in listed.decode().split("\0") if name]
assert len(pages) > 5, pages

LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
FENCE = re.compile(r"^(```|~~~).*?^\1", re.MULTILINE | re.DOTALL)


def text_of(page):
    return FENCE.sub("", page.read_text(encoding="utf-8"))


def anchors_of(page):
    """A heading in small letters, without punctuation, with hyphens for spaces."""
    anchors = set()
    for heading in re.findall(r"^#+ (.*)$", text_of(page), re.MULTILINE):
        words = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading).lower()
        anchors.add(re.sub(r"[^\w\- ]", "", words).strip().replace(" ", "-"))
    return anchors


wrong, checked = [], 0
for page in pages:
    for target in LINK.findall(text_of(page)):
        if re.match(r"[a-z]+:", target):
            continue
        checked += 1
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists():
            wrong.append(f"{page.relative_to(root)}: {target} does not exist")
        elif anchor and anchor not in anchors_of(file):
            wrong.append(f"{page.relative_to(root)}: {target} has no such heading")
print("\n".join(wrong))
assert checked > 20, checked
sys.exit(1 if wrong else 0)
