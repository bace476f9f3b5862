# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The check is on unless .clang-tidy or .clangd say something about it."""
# REQUIRES: semtidy-clangd
# RUN: rm -rf %t && mkdir %t
# RUN: %python %s %t

import sys
from pathlib import Path

from lsp import Server

SET_THEN_CLOSED = """\
#include <pthread.h>
int f(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  return pthread_mutex_destroy(m) + 4711;
}
"""

# name: (.clang-tidy, .clangd, whether the check runs)
CASES = {
    "nothing": (None, None, True),
    "other-checks": ("Checks: '-*,readability-magic-numbers'", None, True),
    "ours": ("Checks: '-*,semaphore-*'", None, True),
    "not-ours": ("Checks: 'bugprone-*,-semaphore-*'", None, False),
    "no-checks-key": ("HeaderFilterRegex: '.*'", None, True),
    "strict": (
        None,
        "Diagnostics: {ClangTidy: {FastCheckFilter: Strict}}",
        True,
    ),
    "added": (None, "Diagnostics: {ClangTidy: {Add: semaphore-*}}", True),
    "other-added": (None, "Diagnostics: {ClangTidy: {Add: bugprone-*}}", True),
    "removed": (None, "Diagnostics: {ClangTidy: {Remove: semaphore-*}}", False),
    "suppressed": (
        None,
        "Diagnostics: {Suppress: semaphore-close-while-set}",
        False,
    ),
    "option": (
        "CheckOptions: {semaphore-close-while-set.Families: 'os2*'}",
        None,
        False,
    ),
}

root = Path(sys.argv[1])
for name, (tidy, clangd, expected) in CASES.items():
    folder = root / name
    folder.mkdir()
    if tidy:
        (folder / ".clang-tidy").write_text(tidy + "\n")
    if clangd:
        (folder / ".clangd").write_text(clangd + "\n")
    with Server(folder) as server:
        file = server.open("f.c", SET_THEN_CLOSED)
        assert bool(file.findings()) == expected, (name, file.diagnostics())
        if name == "other-checks":
            codes = {d.get("code") for d in file.diagnostics()}
            assert any(code.startswith("readability-") for code in codes), codes

# --clang-tidy=0 switches off all of clang-tidy, as in clangd.
folder = root / "no-clang-tidy"
folder.mkdir()
with Server(folder, "--clang-tidy=0") as server:
    assert not server.open("f.c", SET_THEN_CLOSED).findings()
