#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints how many times the work of the check grows with four times the size.

    work.py 'SHAPE...' N CLANG-TIDY [ARGUMENT...]

The shapes are those of generate.py here and in bench/. Work is what the check
counts of it (option Statistics), which is the same on every machine.
"""

import importlib.util
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.realpath(__file__))
CHECK = "semaphore-close-while-set"


def load(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SHAPES = load("shapes", os.path.join(HERE, "generate.py"))
BENCH = load("bench", os.path.join(HERE, "..", "..", "..", "..", "bench", "generate.py"))


def source(shape, size):
    if hasattr(BENCH, shape):
        return getattr(BENCH, shape)(size)
    return SHAPES.HEAD + "".join(getattr(SHAPES, shape)(size))


def work(shape, size, command):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "unit.c")
        with open(path, "w", encoding="utf-8") as file:
            file.write(source(shape, size))
        options = f"-config={{CheckOptions: {{{CHECK}.Statistics: true}}}}"
        run = subprocess.run(
            [*command, "-quiet", f"-checks=-*,{CHECK}", options, path, "--"],
            capture_output=True,
            text=True,
            check=False,
        )
    done = re.search(r"limits reached: (.*); work done (\d+)", run.stderr)
    if not done:
        sys.exit(f"{shape}: no statistics\n{run.stdout}{run.stderr}")
    if re.search(r" [1-9]", done[1]):
        sys.exit(f"{shape}, {size}: limits reached: {done[1]}")
    return int(done[2])


def main():
    shapes, size, command = sys.argv[1].split(), int(sys.argv[2]), sys.argv[3:]
    for shape in shapes:
        small, large = (work(shape, n, command) for n in (size, 4 * size))
        print(f"{shape} {large / small:.1f}", flush=True)


main()
