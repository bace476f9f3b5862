# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Opening a file shows the finding, and its notes in execution order."""
# REQUIRES: semtidy-clangd
# RUN: rm -rf %t && mkdir %t
# RUN: %python %s %t

import sys

from lsp import Server, steps

C = """\
#include <pthread.h>
#include <stdarg.h>

int update(pthread_mutex_t *m, int next) {
  pthread_mutex_lock(m);
  if (next > 0)
    pthread_mutex_unlock(m);
  return pthread_mutex_destroy(m);
}
"""

# The same in C++, where the class is the user's own.
CXX = """\
#include <pthread.h>
#include <vector>

class Counter {
  pthread_mutex_t M;

public:
  explicit Counter(std::vector<int> &) { pthread_mutex_init(&M, nullptr); }
  void shutDown(int Next) {
    pthread_mutex_lock(&M);
    if (Next > 0)
      pthread_mutex_unlock(&M);
    pthread_mutex_destroy(&M);
  }
};
"""


def check(server, name, text, line, column):
    file = server.open(name, text)
    findings = file.findings()
    assert len(findings) == 1, file.diagnostics()
    finding = findings[0]

    # The squiggle: a warning of clang-tidy, on the close.
    assert finding["severity"] == 2, finding
    assert finding["source"] == "clang-tidy", finding
    assert finding["code"] == "semaphore-close-while-set", finding
    start = finding["range"]["start"]
    assert (start["line"] + 1, start["character"] + 1) == (line, column), start
    message = finding["message"]
    assert "while it may still be set" in message, message
    assert "potential ERROR_SEM_IS_SET (102)" in message, message

    # Its story.
    told = steps(finding)
    lines = [step[0] for step in told]
    assert lines == [line - 3, line - 2, line], told
    assert told[0][1] == "set here", told
    assert told[1][1] == "taking the false branch here", told
    assert "locked mutex" in told[2][1], told
    assert len(file.diagnostics()) == 1, file.diagnostics()
    file.close()


with Server(sys.argv[1]) as server:
    check(server, "update.c", C, 8, 10)
    check(server, "counter.cpp", CXX, 13, 5)
