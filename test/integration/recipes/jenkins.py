# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The commands of examples/ci/Jenkinsfile do what the file says."""
# REQUIRES: llvm-22, semtidy, semtidy-report, run-clang-tidy, clang-tidy-diff
# REQUIRES: cmake, ninja, git
# RUN: rm -rf %t
# RUN: %python %s %t %source/examples/ci/Jenkinsfile

import re
import sys

import recipe

with open(sys.argv[2], encoding="utf-8") as file:
    text = file.read()
stages = dict(
    re.findall(r"stage\('([^']+)'\).*?sh '''(.*?)'''", text, re.DOTALL)
)
recipe.require(set(stages) == {"Configure", "Whole project", "Changed lines"}, stages)
# Groovy reads a backslash at the end of a line as a line that goes on.
stages = {name: script.replace("\\\n", " ") for name, script in stages.items()}
project = recipe.Project(sys.argv[1])


def run(*names):
    return project.run_all([(False, stages[n]) for n in names], CHANGE_TARGET="main")


recipe.try_whole_project(
    project, lambda: run("Configure", "Whole project"), "semtidy.sarif"
)
recipe.try_changed_lines(project, lambda: run("Configure", "Changed lines"))
recipe.try_guard(project, lambda: run("Configure", "Whole project"))
