#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Gives the check files as they are while somebody types.

From each file come its beginnings, cut after a token, and the file without one
of its tokens. The check must not crash or hang on any of them, must not report
anything in a text that does not compile, and must report for the whole file what
it reported before.

  half_typed.py FILE...                     through the plugin
  half_typed.py --clangd FILE...            through semtidy-clangd, as an editor does
  half_typed.py --most 300 FILE...          not more texts than that, spread evenly
"""

import argparse
import os
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
CHECK = "semaphore-close-while-set"
TOKEN = re.compile(
    r"""//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'"""
    r"""|\w+|->|<<|>>|[=!<>+\-*/&|]=|&&|\|\||\+\+|--|::|[^\s\w]""",
    re.S,
)
BATCH = 25  # texts for one run of clang-tidy
CPU_SECONDS = 120  # for one run; a busy machine is no hang
TIMEOUT = 3600


def variants(text):
    """(name, text): the file cut after each token, and without each token."""
    tokens = [m for m in TOKEN.finditer(text) if not m[0].startswith(("//", "/*"))]
    for number, token in enumerate(tokens):
        yield f"cut-{number}", text[: token.end()] + "\n"
        yield f"without-{number}", text[: token.start()] + text[token.end():]


def chosen(arguments):
    """(file, name, text) of the texts to try."""
    everything = []
    for file in arguments.file:
        with open(file, encoding="utf-8") as stream:
            text = stream.read()
        everything += [(file, name, variant) for name, variant in variants(text)]
    step = max(1, len(everything) // arguments.most) if arguments.most else 1
    return everything[::step]


class Failures:
    def __init__(self):
        self.count = 0

    def add(self, file, name, why):
        self.count += 1
        print(f"{file}: {name}: {why}", flush=True)


def limit_cpu():
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 1))


def tidy(arguments, flags, paths):
    return subprocess.run(
        [arguments.clang_tidy, "-load", arguments.plugin, "-quiet",
         f"-checks=-*,{CHECK}", "-config={}", *paths, "--", "-w", *flags],
        capture_output=True, encoding="utf-8", errors="replace", check=False,
        timeout=TIMEOUT, preexec_fn=limit_cpu,
    )


def through_plugin(arguments, failures):
    texts = chosen(arguments)
    flags = [f"-I{folder}" for folder in arguments.include]
    slowest = (0.0, "")
    with tempfile.TemporaryDirectory(prefix="semtidy-typed-") as folder:
        for start in range(0, len(texts), BATCH):
            paths = {}
            for file, name, text in texts[start : start + BATCH]:
                stem, suffix = os.path.splitext(os.path.basename(file))
                path = os.path.join(folder, f"{start}-{len(paths)}-{stem}{suffix}")
                with open(path, "w", encoding="utf-8") as stream:
                    stream.write(text)
                paths[path] = (file, name)
            began = time.monotonic()
            try:
                batch = tidy(arguments, flags, list(paths))
            except subprocess.TimeoutExpired:
                batch = None
            slowest = max(slowest, ((time.monotonic() - began) / len(paths),
                                    next(iter(paths.values()))[0]))
            if batch is None or batch.returncode not in (0, 1):
                for path, (file, name) in paths.items():  # which one was it?
                    try:
                        status = tidy(arguments, flags, [path]).returncode
                    except subprocess.TimeoutExpired:
                        status = "hangs"
                    if status == -signal.SIGXCPU:
                        status = "hangs"
                    if status not in (0, 1):
                        failures.add(file, name, f"status {status}")
                continue
            broken = set(re.findall(r"^(/[^:\n]+):\d+:\d+: error:", batch.stdout, re.M))
            found = re.findall(
                rf"^(/[^:\n]+):\d+:\d+: warning: .*\[{CHECK}", batch.stdout, re.M)
            for path in sorted(set(found) & broken):
                failures.add(*paths[path], "a finding in a text with errors")
            for path in paths:
                os.unlink(path)
    print(f"{len(texts)} texts through the plugin; the slowest batch took "
          f"{slowest[0]:.2f} s for each of its texts ({os.path.basename(slowest[1])})")


def through_clangd(arguments, failures):
    sys.path.insert(0, os.path.join(HERE, "..", "integration", "clangd"))
    import lsp  # the client of the editor tests

    texts, slowest = chosen(arguments), (0.0, "", "")
    by_file = {}
    for file, name, text in texts:
        by_file.setdefault(file, []).append((name, text))
    with tempfile.TemporaryDirectory(prefix="semtidy-typed-") as folder:
        with open(os.path.join(folder, "compile_flags.txt"), "w", encoding="utf-8") as f:
            f.write("".join(f"-I{d}\n" for d in ["", *arguments.include] if d) + "-w\n")
        with lsp.Server(folder) as server:
            for file, changes in by_file.items():
                with open(file, encoding="utf-8") as stream:
                    whole = stream.read()
                opened = server.open(os.path.basename(file), whole)
                before = opened.findings()
                for name, text in changes:
                    began = time.monotonic()
                    opened.change(text)
                    diagnostics = opened.diagnostics()
                    slowest = max(slowest, (time.monotonic() - began, file, name))
                    broken = any(
                        d["severity"] == 1 and not lsp.is_finding(d) for d in diagnostics)
                    if broken and any(map(lsp.is_finding, diagnostics)):
                        failures.add(file, name, "a finding in a text with errors")
                opened.change(whole)
                if opened.findings() != before:
                    failures.add(file, "whole", "other findings than at the beginning")
                opened.close()
    print(f"{len(texts)} texts through clangd; the slowest took {slowest[0]:.2f} s "
          f"({os.path.basename(slowest[1])}: {slowest[2]})")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="+")
    parser.add_argument("--clangd", action="store_true")
    parser.add_argument("--most", type=int, default=0)
    parser.add_argument("--include", action="append", default=[])
    parser.add_argument("--plugin", default=os.environ.get("SEMTIDY_PLUGIN"))
    parser.add_argument("--clang-tidy", default=os.environ.get("SEMTIDY_CLANG_TIDY"))
    arguments = parser.parse_args()
    arguments.include = [os.path.abspath(folder) for folder in arguments.include]
    failures = Failures()
    (through_clangd if arguments.clangd else through_plugin)(arguments, failures)
    print(f"{failures.count} failures")
    return 1 if failures.count else 0


if __name__ == "__main__":
    sys.exit(main())
