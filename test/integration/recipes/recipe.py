# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A project on which the recipes of examples/ci run, as a build server would run
their commands: the same text, in the same order, in a checkout.

The project has a finding that is known, on the branch main. What differs from a
server: apt-get is a stand-in that writes down what it was asked for, and curl
fetches from a directory.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

OLD = """\
#include <pthread.h>

void old(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m);
}
"""
NEW = """\

void fresh(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m);
}
"""
CLEAN = """\

void clean(pthread_mutex_t *m) {
  pthread_mutex_destroy(m);
}
"""
CMAKE = """\
cmake_minimum_required(VERSION 3.20)
project(example C)
add_library(example old.c other.c)
"""


class Project:
    """A checkout with a remote, and a directory of commands before the PATH."""

    def __init__(self, folder):
        self.top = Path(folder).resolve()
        self.commands = self.top / "commands"
        self.packages = self.top / "packages"
        self.checkout = self.top / "checkout"
        for directory in (self.commands, self.packages, self.checkout):
            directory.mkdir(parents=True)
        self.environment = {
            **os.environ,
            "PATH": f"{self.commands}:{os.environ['PATH']}",
            "SEMTIDY_PACKAGES": self.packages.as_uri(),
            "GIT_CONFIG_GLOBAL": str(self.top / "gitconfig"),
        }
        self.add_commands()
        self.write("CMakeLists.txt", CMAKE)
        self.write("old.c", OLD)
        self.write("other.c", "void other(void) {}\n")
        self.write(".gitignore", "build\nfindings\n*.deb\n*.diff\n*.sarif\n*.json\n")
        self.git("init", "-q", "-b", "main")
        self.commit("first")
        remote = self.top / "remote.git"
        self.git("clone", "-q", "--bare", str(self.checkout), str(remote))
        self.git("remote", "add", "origin", str(remote))
        self.git("fetch", "-q", "origin")
        self.git("checkout", "-q", "-b", "change")

    def add_commands(self):
        """The recipes name LLVM 22; the suite may run on another version."""
        for name in ("semtidy-22_0.1.0_amd64.deb", "semtidy-dev_0.1.0_amd64.deb"):
            (self.packages / name).write_text("a package\n")
        self.script("apt-get", f'echo "$@" >> {self.top}/apt-get.log')
        # Stand-ins for scripts that Debian has under these names.
        tools = Path(os.environ["SEMTIDY_LLVM_TOOLS"])
        major = os.environ["SEMTIDY_LLVM_MAJOR"]
        diff = tools.parent / "share" / "clang" / "clang-tidy-diff.py"
        self.script("run-clang-tidy-22", f'exec {sys.executable} {tools}/run-clang-tidy "$@"')
        self.script("clang-tidy-diff-22.py", f'exec {sys.executable} {diff} "$@"')
        build = Path(os.environ["SEMTIDY_BUILD"]) / "bin"
        for name in ("semtidy", "semtidy-report"):
            (self.commands / f"{name}-22").symlink_to(build / f"{name}-{major}")

    def script(self, name, text):
        path = self.commands / name
        path.write_text(f"#!/bin/sh\n{text}\n")
        path.chmod(0o755)

    def write(self, name, text):
        (self.checkout / name).write_text(text)

    def append(self, name, text):
        self.write(name, (self.checkout / name).read_text() + text)

    def git(self, *arguments):
        return subprocess.run(
            ["git", *arguments],
            cwd=self.checkout,
            env=self.environment,
            check=True,
            stdout=subprocess.PIPE,
            encoding="utf-8",
        ).stdout.strip()

    def commit(self, message):
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message)

    def run(self, script, shell=("sh", "-e"), **variables):
        """What one step of a recipe says and how it ends."""
        result = subprocess.run(
            [*shell, "-c", script],
            cwd=self.checkout,
            env={**self.environment, **variables},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            errors="replace",
        )
        return result.returncode, result.stdout

    def run_all(self, steps, **variables):
        """Runs (always, script) steps: after a failure only those for always."""
        status, output = 0, ""
        for always, script in steps:
            if status != 0 and not always:
                continue
            step, text = self.run(script, **variables)
            output += text
            status = status or step
        return status, output

    def clean(self):
        for name in ("build", "findings"):
            shutil.rmtree(self.checkout / name, ignore_errors=True)

    def be_without_plugin(self):
        """A clang-tidy that does not have the check."""
        stock = Path(os.environ["SEMTIDY_LLVM_TOOLS"]) / "clang-tidy"
        for name in ("semtidy", "semtidy-22"):
            (self.commands / name).unlink(missing_ok=True)
            (self.commands / name).symlink_to(stock)


def require(condition, *what):
    if not condition:
        print("not as expected:", *what)
        sys.exit(1)


def try_whole_project(project, run, report):
    """RUN is the recipe's job; REPORT the file that it leaves, or None."""
    # Without a baseline the old finding fails.
    project.clean()
    status, output = run()
    require(status == 1, status, output)
    require("old.c:5:3: warning: closing semaphore 'm'" in output, output)
    if report:
        require("semaphore-close-while-set" in (project.checkout / report).read_text())

    # With it, what is known does not.
    status, output = project.run(
        "semtidy-report findings --baseline=.semtidy-baseline.json --update-baseline"
        if (project.checkout / "findings").exists()
        else "make -f semtidy.mk semtidy-baseline"
    )
    require(status == 0, output)
    project.clean()
    status, output = run()
    require(status == 0, status, output)
    require("0 new, 1 known" in output, output)

    # A new one does, and only that one is listed.
    project.append("old.c", NEW)
    project.clean()
    status, output = run()
    require(status == 1, status, output)
    require("1 new, 1 known" in output, output)
    require("\nold.c:10:3: warning: closing semaphore 'm'" in output, output)
    require("\nold.c:5:3: warning" not in output, output)

    # A source that does not compile is no clean source.
    project.write("old.c", OLD)
    project.append("other.c", '#include "none.h"\n')
    project.clean()
    status, output = run()
    require(status != 0, output)
    require("'none.h' file not found" in output, output)
    project.git("checkout", "-q", "--", ".")


def try_changed_lines(project, run):
    """RUN is the recipe's job; main is what it compares with."""
    project.append("old.c", CLEAN)
    project.commit("a clean change beside an old finding")
    project.clean()
    status, output = run()
    require(status == 0, status, output)
    require("closing semaphore" not in output, output)

    project.append("old.c", NEW)
    project.commit("a new finding")
    project.clean()
    status, output = run()
    require(status == 1, status, output)
    require("old.c:14:3: error: closing semaphore 'm'" in output, output)
    require("old.c:5:3" not in output, output)
    project.git("reset", "-q", "--hard", "main")


def try_guard(project, run):
    """The recipe fails at once if its clang-tidy does not have the check."""
    project.clean()
    project.be_without_plugin()
    status, output = run()
    require(status != 0, output)
    require("unknown check 'semaphore-close-while-set'" in output, output)
