# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Findings come and go with the text; code with errors has none."""
# REQUIRES: semtidy-clangd
# RUN: rm -rf %t && mkdir %t
# RUN: %python %s %t

import sys

from lsp import Server

HEAD = """\
#include <pthread.h>

void stop(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
"""
CLEAR = "  pthread_mutex_unlock(m);\n"
TAIL = """\
  pthread_mutex_destroy(m);
}
"""

with Server(sys.argv[1]) as server:
    file = server.open("stop.c", HEAD + TAIL)
    assert len(file.findings()) == 1, file.diagnostics()

    # The missing line is typed, letter by letter. A half of it is no C.
    for end in range(1, len(CLEAR)):
        typed = CLEAR[:end]
        file.change(HEAD + typed + "\n" + TAIL)
        diagnostics = file.diagnostics()
        if typed.strip() and not typed.endswith(";"):
            assert any(d["severity"] == 1 for d in diagnostics), (typed, diagnostics)
            assert not file.findings(), (typed, diagnostics)

    file.change(HEAD + CLEAR + TAIL)
    assert not file.diagnostics(), file.diagnostics()

    # It is removed again.
    file.change(HEAD + TAIL)
    assert len(file.findings()) == 1, file.diagnostics()

    # The file is written from its start to its end: every beginning of it is
    # read without a crash, and there is no finding before the close is there.
    text = HEAD + TAIL
    close = text.index("pthread_mutex_destroy(m);")
    for end in range(len(text)):
        file.change(text[:end])
        diagnostics = file.diagnostics()
        if end < close + len("pthread_mutex_destroy(m);"):
            assert not file.findings(), (text[:end], diagnostics)
    file.change(text)
    assert len(file.findings()) == 1, file.diagnostics()
