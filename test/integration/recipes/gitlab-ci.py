# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The commands of examples/ci/gitlab-ci.yml do what the file says."""
# REQUIRES: llvm-22, semtidy, semtidy-report, run-clang-tidy, clang-tidy-diff
# REQUIRES: cmake, ninja, git, curl, python-yaml
# RUN: rm -rf %t
# RUN: %python %s %t %source/examples/ci/gitlab-ci.yml

import sys

import recipe
import yaml

with open(sys.argv[2], encoding="utf-8") as file:
    pipeline = yaml.safe_load(file)
project = recipe.Project(sys.argv[1])
base = project.git("rev-parse", "main")


def run(name):
    """A job's commands share one shell, which ends at the first failure."""
    job = {**pipeline[pipeline[name]["extends"]], **pipeline[name]}
    return project.run(
        "\n".join([*job["before_script"], *job["script"]]),
        CI_MERGE_REQUEST_DIFF_BASE_SHA=base,
    )


job = pipeline["semtidy-whole-project"]
report = job["artifacts"]["reports"]["codequality"]
recipe.try_whole_project(project, lambda: run("semtidy-whole-project"), report)
recipe.try_changed_lines(project, lambda: run("semtidy-changed-lines"))
recipe.try_guard(project, lambda: run("semtidy-whole-project"))
