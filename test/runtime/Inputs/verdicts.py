#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Prints what a report of semtidy-confirm, JSON or SARIF, says of each finding."""

import json
import sys

report = json.load(open(sys.argv[1], encoding="utf-8"))
if "runs" in report and "version" in report:
    for r in report["runs"][0]["results"]:
        region = r["locations"][0]["physicalLocation"]["region"]
        line = f"{region['startLine']} {r['properties']['semtidy/verdict']} {r['level']}"
        related = [
            f"{p['physicalLocation']['region']['startLine']} {p['message']['text']}"
            for p in r.get("relatedLocations", [])
        ]
        print(line + (" related: " + "; ".join(related) if related else ""))
else:
    for f in report["findings"]:
        print(
            f"{f['file']}:{f['line']} {f['verdict']} closes {f['closes']} set {f['set']} "
            f"runs {f['runs']} records {len(f['records'])}"
        )
    print("summary: " + ", ".join(f"{k} {v}" for k, v in sorted(report["summary"].items())))
