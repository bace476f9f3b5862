#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs a command, interrupts it when it first reports progress, and prints its
output and status."""

import subprocess
import sys

with subprocess.Popen(
    sys.argv[1:], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
) as process:
    process.stderr.readline()
    # Not SIGINT, which lit makes its tests ignore; both are taken for the same.
    process.terminate()
    print(process.communicate()[0])
    print("status", process.returncode)
