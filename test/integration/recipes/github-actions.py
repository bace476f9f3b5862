# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The commands of examples/ci/github-actions.yml do what the file says."""
# REQUIRES: llvm-22, semtidy, semtidy-report, run-clang-tidy, clang-tidy-diff
# REQUIRES: cmake, ninja, git, curl, python-yaml
# RUN: rm -rf %t
# RUN: %python %s %t %source/examples/ci/github-actions.yml

import sys

import recipe
import yaml

with open(sys.argv[2], encoding="utf-8") as file:
    workflow = yaml.safe_load(file)

# YAML 1.1 reads the key "on" as true.
recipe.require(set(workflow[True]) == {"push", "pull_request"}, workflow[True])


def steps_of(job):
    known = {"actions/checkout", "github/codeql-action/upload-sarif"}
    steps = []
    for step in workflow["jobs"][job]["steps"]:
        if "uses" in step:
            recipe.require(step["uses"].split("@")[0] in known, step)
        else:
            steps.append((step.get("if") == "always()", step["run"]))
    return steps


project = recipe.Project(sys.argv[1])
upload = workflow["jobs"]["whole-project"]["steps"][-1]["with"]["sarif_file"]
recipe.try_whole_project(
    project, lambda: project.run_all(steps_of("whole-project")), upload
)
recipe.try_changed_lines(
    project,
    lambda: project.run_all(steps_of("changed-lines"), GITHUB_BASE_REF="main"),
)
recipe.try_guard(project, lambda: project.run_all(steps_of("whole-project")))
asked = (project.top / "apt-get.log").read_text()
recipe.require("./semtidy-22_0.1.0_amd64.deb ./semtidy-dev_0.1.0_amd64.deb" in asked, asked)
