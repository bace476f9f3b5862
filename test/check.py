#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs the check on one file and compares what it says with the file.

    check.py [options] FILE [clang-tidy options] [-- compiler flags]

Three comparisons, each of which can fail:
  tags      a line tagged TP or FP has a finding, a line tagged TN or FN has
            none, and no other line has one;
  text      FileCheck on the file's CHECK lines, if it has any; no finding or
            error may be left over;
  wording   no message has a square bracket or a full stop.

Options, all before FILE:
  -silent        there must be no finding at all, and no TP or FP tag
  -broken        compile errors are expected (there must be at least one)
  -prefix=NAME   use NAME lines instead of CHECK lines, and ignore the tags
  -strict-notes  every note must be listed too
  -show          print the findings as FileCheck sees them, and compare nothing

The environment names the tools: SEMTIDY_PLUGIN, SEMTIDY_CLANG_TIDY and
SEMTIDY_FILECHECK, as lit.cfg.py sets them.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass

import expectations

INPUTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "Inputs")

DIAGNOSTIC = re.compile(
    r"^(?P<file>.+?):(?P<line>\d+):(?P<column>\d+): "
    r"(?P<level>warning|error|note): (?P<text>.*?)"
    r"(?: \[(?P<check>[\w.,-]+)\])?$"
)
CARET = re.compile(r"^[ \t~]*\^[ ~]*$")
SNIPPET = re.compile(r"^ *\d* *\|")


@dataclass
class Diagnostic:
    file: str
    line: int
    column: int
    level: str
    text: str
    check: str

    def is_finding(self):
        """A warning (or one raised to an error) of a check of ours."""
        return self.level != "note" and (self.check or "").startswith("semaphore-")

    def is_compile_error(self):
        return self.level == "error" and not self.is_finding()


def clang_tidy_command(arguments, default_check="semaphore-close-while-set"):
    """The user's own command line, made independent of where it runs."""
    split = arguments.index("--") if "--" in arguments else len(arguments)
    options, flags = arguments[:split], arguments[split + 1 :]
    command = [os.environ["SEMTIDY_CLANG_TIDY"], "-quiet"]
    if plugin := os.environ["SEMTIDY_PLUGIN"]:
        command += ["-load", plugin]
    if not any(re.match("--?checks=", option) for option in options):
        command += [f"-checks=-*,{default_check}"]
    if not any(re.match("--?config(-file)?=", option) for option in options):
        command += ["-config={}"]
    return command + options + ["--", *flags, "-I", INPUTS]


def without_snippets(lines):
    """Since LLVM 17 a snippet has a margin with line numbers. Before, it is a
    line of source and one with a caret."""
    kept = []
    for line in lines:
        if SNIPPET.match(line):
            continue
        if CARET.match(line) and kept and not DIAGNOSTIC.match(kept[-1]):
            kept.pop()
            continue
        kept.append(line)
    return kept


def run(arguments):
    """Returns what clang-tidy said without source snippets, and its status."""
    process = subprocess.run(
        clang_tidy_command(arguments),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    lines = without_snippets(process.stdout.splitlines())
    return "\n".join(lines) + "\n", process.returncode


def parse(output):
    found = []
    for line in output.splitlines():
        if match := DIAGNOSTIC.match(line):
            found.append(
                Diagnostic(
                    match["file"],
                    int(match["line"]),
                    int(match["column"]),
                    match["level"],
                    match["text"],
                    match["check"] or "",
                )
            )
    return found


def check_tags(path, findings):
    wanted = {}
    for tag in expectations.read_tags(path):
        wanted[tag.line] = tag
    if not wanted:
        yield f"{path}: no line is tagged TP, TN, FP or FN"
    real = os.path.realpath(path)
    seen = {}
    for finding in findings:
        if os.path.realpath(finding.file) == real:
            seen.setdefault(finding.line, []).append(finding)
    for line, tag in sorted(wanted.items()):
        count = len(seen.get(line, []))
        if tag.expects_finding and count != tag.times:
            yield f"{path}:{line}: tagged {tag.name}, wanted {tag.times} finding(s), got {count}"
        if not tag.expects_finding and count:
            yield (
                f"{path}:{line}: tagged {tag.name}, wanted silence, got: "
                f"{seen[line][0].text}"
            )
    for line in sorted(set(seen) - set(wanted)):
        yield f"{path}:{line}: a finding on a line without a tag: {seen[line][0].text}"


def check_wording(diagnostics):
    """CodeChecker and others take what stands in brackets as the check."""
    for d in diagnostics:
        if d.is_compile_error():
            continue
        words = re.sub(r"'[^']*'", "''", d.text)
        if "[" in words or "]" in words:
            yield f"square brackets in a message: {d.text}"
        if words.endswith(".") or ". " in words:
            yield f"a full stop in a message: {d.text}"


def check_text(path, output, prefix, strict_notes, broken):
    levels = ["warning"]
    if not broken:
        levels.append("error")
    if strict_notes:
        levels.append("note")
    command = [
        os.environ["SEMTIDY_FILECHECK"],
        path,
        "-check-prefix=" + prefix,
        "-implicit-check-not={{" + "|".join(levels) + "}}:",
        "-allow-unused-prefixes=false",
        "-dump-input=never",
    ]
    process = subprocess.run(
        command,
        input=output,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if process.returncode:
        yield process.stderr


def has_prefix(path, prefix):
    with open(path, encoding="utf-8", errors="replace") as file:
        return re.search(rf"\b{re.escape(prefix)}(-\w+)?:", file.read()) is not None


def main(arguments):
    options = {"-silent": False, "-broken": False, "-strict-notes": False, "-show": False}
    prefix = "CHECK"
    while arguments and arguments[0].startswith("-"):
        option = arguments.pop(0)
        if option.startswith("-prefix="):
            prefix = option.split("=", 1)[1]
        elif option in options:
            options[option] = True
        else:
            sys.exit(f"check.py: unknown option {option}\n{__doc__}")
    if not arguments:
        sys.exit(__doc__)
    path = arguments[0]

    output, status = run(arguments)
    if options["-show"]:
        sys.stdout.write(output)
        return status

    diagnostics = parse(output)
    findings = [d for d in diagnostics if d.is_finding()]
    errors = [d for d in diagnostics if d.is_compile_error()]
    problems = []

    if status < 0 or status > 1 or "PLEASE submit a bug report" in output:
        problems.append(f"clang-tidy ended with status {status}")
    elif status == 1 and not errors and not any(d.level == "error" for d in findings):
        problems.append("clang-tidy refused to run")
    if errors and not options["-broken"]:
        problems += [f"{e.file}:{e.line}: does not compile: {e.text}" for e in errors]
    if options["-broken"] and not errors:
        problems.append("-broken, but it compiles without an error")

    if options["-silent"]:
        problems += [
            f"{f.file}:{f.line}: wanted silence, got: {f.text}" for f in findings
        ]
        for tag in expectations.read_tags(path):
            if tag.expects_finding:
                problems.append(f"{path}:{tag.line}: tagged {tag.name} in a silent file")
    elif has_prefix(path, prefix):
        problems += check_text(
            path, output, prefix, options["-strict-notes"], options["-broken"]
        )
    elif prefix != "CHECK":
        problems.append(f"{path}: has no {prefix} line")
    if prefix == "CHECK":
        problems += check_tags(path, findings)
    problems += check_wording(diagnostics)

    if not problems:
        return 0
    for problem in problems:
        print(problem, file=sys.stderr)
    print("\ncommand:", " ".join(clang_tidy_command(arguments)), file=sys.stderr)
    print(output, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
