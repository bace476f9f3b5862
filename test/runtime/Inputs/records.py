#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints the JSON records in the given logs (or standard input), one line each,
without process numbers, addresses and folders. Fails on a line that begins as a
record and is not one."""

import glob
import json
import os
import sys


def place(p):
    if not p:
        return "unknown"
    text = f"{os.path.basename(p['file'])}:{p['line']}"
    return f"{text} in {p['function']}" if p["function"] else text


def show(r):
    event = r["event"]
    if event == "close-while-set":
        t = r["table"]
        line = f"{r['by']} '{r['object']}' ({r['family']}) at {place(r)}, {r['api']}"
        line += f" returned {r['returned']}; created {place(r['created'])}; set {place(r['set'])};"
        line += f" depth {t['depth']}, readers {t['readers']}, permits {t['permits_taken']}"
        line += f" of {t['initial']}, waiters {t['waiters']}, asked {t['asked']}"
        same = r["set"] and r["set"]["thread"] == r["thread"]
        line += "" if t["set"] else ", unseen"
        return f"REPORT {line}, {'same' if same else 'other'} thread"
    if event == "site":
        return f"SITE '{r['object']}' at {place(r)}, {r['api']}: closes {r['closes']}, set {r['set']}"
    if event == "summary":
        keys = "closes set reports suppressed cleared_unseen never_closed never_closed_set created"
        return "SUMMARY " + ", ".join(f"{k} {r[k]}" for k in keys.split())
    if event == "run":
        return "RUN"
    if event == "full":
        return f"FULL {r['table']}"
    return f"EVENT {event} '{r['object']}' at {place(r)}, {r['api']}"


def main():
    files = sys.argv[1:] or ["-"]
    for path in files:
        if path == "-":
            text = sys.stdin.read()
        else:
            # A log's name ends in the process number.
            names = sorted(glob.glob(path + ".*")) or [path]
            text = "".join(open(n, encoding="utf-8").read() for n in names)
        for line in text.splitlines():
            begin = line.find('{"semtidy":')
            if begin >= 0:
                print(show(json.loads(line[begin:])))


main()
