# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The real pre-commit, one commit after the other: headers, files outside of the
database, unusual names, many files at once; no database, no program, no plugin.
Without a network, where the system lets us take it away."""
# REQUIRES: semtidy, git, pre-commit
# RUN: rm -rf %t && mkdir %t
# RUN: %python %s %t %source %clang_tidy

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

root, source, clang_tidy = Path(sys.argv[1]).resolve(), Path(sys.argv[2]), sys.argv[3]
project, hooks = root / "project", root / "hooks"
environment = dict(os.environ, PRE_COMMIT_HOME=str(root / "cache"))

BAD = """#include <pthread.h>
static inline void stop(pthread_mutex_t *m) {
  pthread_mutex_lock(m);
  pthread_mutex_destroy(m);
}
"""
GOOD = BAD.replace("  pthread_mutex_destroy", "  pthread_mutex_unlock(m);\n  pthread_mutex_destroy")
FINDING = ":4:3: warning: closing semaphore 'm' while it is still set"

offline = ["unshare", "--map-root-user", "--net"]
if not shutil.which("unshare") or subprocess.run([*offline, "true"], capture_output=True).returncode:
    offline = []


def git(*arguments, where=project, check=True, **variables):
    result = subprocess.run(
        [*offline, "git", *arguments],
        cwd=where,
        env={**environment, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert not check or result.returncode == 0, result.stdout
    return result


def commit(files, blocked_by=(), absent=(), **variables):
    """Commits files (names and contents) and expects that the hook stops it with
    these texts, or lets it pass."""
    git("reset", "-q", "--hard")
    for name, text in files.items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        git("add", "--", name)
    result = git("commit", "-q", "-m", "next", check=False, **variables)
    word = "Failed" if blocked_by else "Passed"
    assert word in result.stdout, result.stdout
    assert (result.returncode != 0) == bool(blocked_by), result.stdout
    for text in blocked_by:
        assert text in result.stdout, (text, result.stdout)
    for text in absent:
        assert text not in result.stdout, (text, result.stdout)
    return result.stdout


def database(*names):
    commands = [
        {"directory": str(project), "file": name, "arguments": ["cc", "-Iinclude", "-c", str(project / name)]}
        for name in names
    ]
    (project / "build").mkdir(exist_ok=True)
    (project / "build" / "compile_commands.json").write_text(json.dumps(commands))


# The hook's repository, and a project that uses it.
shutil.copytree(source / "checker" / "hooks", hooks / "checker" / "hooks")
shutil.copy(source / ".pre-commit-hooks.yaml", hooks)
git("init", "-q", where=hooks)
git("add", ".", where=hooks)
git("commit", "-q", "-m", "hooks", where=hooks)
git("tag", "v1.0.0", where=hooks)
project.mkdir()
git("init", "-q")
(project / ".gitignore").write_text("build/\n")
(project / ".pre-commit-config.yaml").write_text(
    f"repos:\n- repo: {hooks}\n  rev: v1.0.0\n  hooks:\n  - id: semtidy\n"
)
subprocess.run(
    ["pre-commit", "install"], cwd=project, env=environment, check=True, capture_output=True
)
git("add", ".")
git("commit", "-q", "-m", "first", "--no-verify")

# No compile database.
commit({"a.c": GOOD}, ["semtidy: error: there is no compile_commands.json here"])

# Unusual names, each in the database: the bad one is found, the good ones pass.
names = ["-dash.c", 'say "so".c', "per%20cent & more;.c", "o'clock.c", "weiß/größe.cc", "a  b.c"]
many = [f"many/f{number:03}.c" for number in range(80)]
database("a.c", "src/uses.c", *names, *many)
for name in names:
    commit({**{n: GOOD for n in names}, name: BAD}, [name + FINDING, "semtidy: 1 finding(s)"])
commit({name: GOOD for name in names})

# Many files at once: the bad ones in order, and none of the others.
bad = many[::20]
output = commit({n: BAD if n in bad else GOOD for n in many}, ["semtidy: 4 finding(s)"])
found = [line.split(FINDING)[0] for line in output.splitlines() if FINDING in line]
assert [f"many/{name.split('/')[-1]}" for name in found] == bad, output
commit({n: GOOD for n in many})

# A header, in a source that includes it and is not part of the commit.
commit({"include/lock.h": "#pragma once\n", "src/uses.c": '#include "lock.h"\n'})
commit({"include/lock.h": BAD}, ["include/lock.h" + FINDING, "semtidy: 1 finding(s)"])
commit({"include/lock.h": GOOD})

# Outside of the database.
commit({"outside.c": BAD}, ["note: outside.c is not in build/compile_commands.json", FINDING])
commit({"outside.c": GOOD})

# Only what changed is analysed: this finding is no part of the second commit.
git("reset", "-q", "--hard")
(project / "a.c").write_text(BAD)
git("add", "a.c")
git("commit", "-q", "-m", "not looked at", "--no-verify")
commit({"many/f001.c": GOOD + "\n"}, absent=["a.c"])

# What does not compile is not passed.
commit({"a.c": '#include "generated.h"\n' + GOOD}, ["a.c could not be compiled with its flags"])

# No program; a clang-tidy without the plugin, and with one that is gone.
change = {"many/f002.c": GOOD + "\n"}
commit(change, ["semtidy: error: cannot run /no/such/semtidy"], SEMTIDY="/no/such/semtidy")
commit(change, ["does not have the check semaphore-close-while-set"], SEMTIDY=clang_tidy)
commit(
    change,
    ["does not have the check semaphore-close-while-set", "cannot open shared object file"],
    SEMTIDY=f"{clang_tidy} -load {root}/gone.so",
)
commit(change)
print("offline" if offline else "online")
