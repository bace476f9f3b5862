#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Says which process wrote what, for fork.c: LOG and the file with both
process numbers."""

import json
import sys

log, numbers = sys.argv[1:]
parent, child = open(numbers, encoding="utf-8").read().split()
for name, pid in (("parent", parent), ("child", child)):
    records = []
    for line in open(f"{log}.{pid}", encoding="utf-8"):
        if line.startswith("{"):
            records.append(json.loads(line))
    assert all(r["pid"] == int(pid) for r in records)
    assert records[0]["event"] == "run"
    summary = records[-1]
    print(f"{name}: closes {summary['closes']} set {summary['set']} reports {summary['reports']}")
    for r in records:
        if r["event"] == "close-while-set":
            by = r["set"]["thread"]
            who = "the parent" if by in (int(parent), int(child)) else "another thread"
            print(f"{name}: report {r['object']}, set by {who}")
