#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Measures what the check adds to the time from a key press to the diagnostics,
in a C file of 2,000 lines full of locks. Not a test: it prints figures.

    measure-latency.py BUILD [LLVM-TOOLS]

clangd waits a little before it parses again, depending on how long that took;
this wait is part of what a user sees, and of the figures.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

os.environ["SEMTIDY_BUILD"] = os.path.abspath(sys.argv[1])
tools = sys.argv[2] if len(sys.argv) > 2 else "/usr/lib/llvm-22/bin"

from lsp import Server  # noqa: E402

EDITS = 40
FUNCTION = """\
int work{0}(struct item *i, int n) {{
  int rc = 0;
  pthread_mutex_lock(&i->lock);
  for (int k = 0; k < n; ++k) {{
    if (i->values[k] < 0) {{
      rc = -1;
      goto out;
    }}
    if (i->values[k] == {0}) {{
      pthread_mutex_unlock(&i->lock);
      notify(i, k);
      pthread_mutex_lock(&i->lock);
    }}
  }}
out:
  pthread_mutex_unlock(&i->lock);
  if (rc < 0)
    pthread_mutex_destroy(&i->lock);
  return rc;
}}

"""
HEAD = """\
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
struct item { pthread_mutex_t lock; int values[100]; };
void notify(struct item *i, int k);
"""


def text(edit):
    functions = "".join(FUNCTION.format(n) for n in range(95))
    return HEAD + functions.replace("rc = -1", f"rc = -{edit + 1}", 1)


def measure(name, command, checks):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, ".clang-tidy").write_text(f"Checks: '{checks}'\n")
        with Server(folder, command=command) as server:
            file = server.open("work.c", text(0))
            file.diagnostics()
            times = []
            for edit in range(1, EDITS + 1):
                start = time.perf_counter()
                file.change(text(edit))
                file.diagnostics()
                times.append((time.perf_counter() - start) * 1000)
    print(f"{name:42} median {statistics.median(times):6.1f} ms   "
          f"fastest {min(times):6.1f} ms")


print(f"{text(0).count(chr(10))} lines, {EDITS} edits each")
ours = os.path.join(os.environ["SEMTIDY_BUILD"], "bin", "semtidy-clangd")
for _ in range(2):
    measure("clangd, no clang-tidy check", f"{tools}/clangd", "-*,-semaphore-*")
    measure("semtidy-clangd, the check off", ours, "-*,-semaphore-*")
    measure("semtidy-clangd, the check on", ours, "-*,semaphore-*")
    measure("clangd, bugprone-use-after-move", f"{tools}/clangd", "-*,bugprone-use-after-move")
