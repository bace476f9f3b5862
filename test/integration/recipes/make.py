# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The targets of examples/ci/semtidy.mk do what the file says."""
# REQUIRES: llvm-22, semtidy, semtidy-report, run-clang-tidy, clang-tidy-diff
# REQUIRES: cmake, ninja, git, make
# RUN: rm -rf %t
# RUN: %python %s %t %source/examples/ci/semtidy.mk

import shutil
import sys

import recipe

project = recipe.Project(sys.argv[1])
shutil.copy(sys.argv[2], project.checkout / "semtidy.mk")
project.commit("use it")
project.git("branch", "-f", "main")
project.git("push", "-q", "origin", "main")


def run(target):
    configure = "cmake -G Ninja -B build -DCMAKE_EXPORT_COMPILE_COMMANDS=ON"
    make = f"make -f semtidy.mk {target} || exit 1"
    return project.run_all([(False, configure), (False, make)])


recipe.try_whole_project(project, lambda: run("semtidy"), None)
recipe.try_changed_lines(project, lambda: run("semtidy-changes"))

# A branch to compare with that does not exist is no empty change.
status, output = run("semtidy-changes BASE=origin/none")
recipe.require(status != 0 and "origin/none" in output, status, output)

recipe.try_guard(project, lambda: run("semtidy"))
