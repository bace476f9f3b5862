# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Sixty files in one commit: each is analysed once, the findings come in
the order of the files, and known ones do not stop it."""
# REQUIRES: semtidy, semtidy-report
# RUN: rm -rf %t && mkdir %t
# RUN: %python %s %t %source/checker/hooks/semtidy-hook

import json
import subprocess
import sys
from pathlib import Path

FILES = 60
root = Path(sys.argv[1]).resolve()
hook = [sys.executable, sys.argv[2]]
names = [f"f{number:03}.c" for number in range(FILES)]
bad = set(names[::10])
for name in names:
    unlock = "" if name in bad else "  pthread_mutex_unlock(m);\n"
    (root / name).write_text(
        "#include <pthread.h>\nvoid f(pthread_mutex_t *m) {\n"
        f"  pthread_mutex_lock(m);\n{unlock}  pthread_mutex_destroy(m);\n}}\n"
    )
commands = [{"directory": str(root), "file": n, "command": f"cc -c {n}"} for n in names]
(root / "compile_commands.json").write_text(json.dumps(commands))


def run(*arguments):
    result = subprocess.run(
        [*hook, *arguments, *names], cwd=root, capture_output=True, encoding="utf-8"
    )
    return result.returncode, result.stdout


status, output = run()
assert status == 1, output
found = [l.split(":")[0].split("/")[-1] for l in output.splitlines() if "warning:" in l]
assert found == sorted(bad), output
assert output.splitlines()[-1] == "semtidy: 6 finding(s)", output

# The findings become known: the commit passes, until there is a new one.
(root / "fixes").mkdir()
for number, name in enumerate(names):
    subprocess.run(
        ["semtidy", "--quiet", f"--export-fixes=fixes/{number}.yaml", name],
        cwd=root,
        capture_output=True,
        check=True,
    )
subprocess.run(
    ["semtidy-report", "--root=.", "fixes", "--baseline=known", "--update-baseline"],
    cwd=root,
    capture_output=True,
    check=True,
)
(root / ".git").mkdir()
status, output = run("--baseline=known")
assert status == 0, output
(root / names[7]).write_text((root / names[0]).read_text())
status, output = run("--baseline=known")
assert status == 1, output
assert f"{names[7]}:4:3: warning: closing semaphore" in output, output
assert "7 findings: 1 new, 6 known" in output, output
