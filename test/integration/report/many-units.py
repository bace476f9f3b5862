# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Two thousand units that include one header: its finding once, with progress,
in the order of files, whatever the order of the units."""
# REQUIRES: semtidy-report
# RUN: rm -rf %t && mkdir %t
# RUN: %python %s %t

import subprocess
import sys
from pathlib import Path

UNITS = 2000
root = Path(sys.argv[1]).resolve()
(root / "fixes").mkdir()
(root / "locks.h").write_text("int lock;\nint close_it;\n")


def diagnostic(file, offset):
    return f"""\
  - DiagnosticName: semaphore-close-while-set
    DiagnosticMessage:
      Message: 'closing semaphore ''m'' while it is still set'
      FilePath: '{file}'
      FileOffset: {offset}
      Replacements: []
    Level: Warning
    BuildDirectory: '{root}'
"""


for number in range(UNITS):
    source = root / f"unit-{number:04}.c"
    source.write_text("int x;\n")
    own = diagnostic(source, 4) if number % 100 == 0 else ""
    # The header is named as compilers name it: relative, with dots, absolute.
    header = ["locks.h", f"{root}/./locks.h", f"{root}/fixes/../locks.h"][number % 3]
    (root / "fixes" / f"{UNITS - number}.yaml").write_text(
        f"---\nMainSourceFile: '{source}'\nDiagnostics:\n"
        + own
        + diagnostic(header, 10)
        + "...\n"
    )

run = subprocess.run(
    ["semtidy-report", f"--root={root}", str(root / "fixes")],
    capture_output=True,
    encoding="utf-8",
)
assert run.returncode == 1, run
*findings, summary = run.stdout.splitlines()
names = [line.split(":")[0] for line in findings]
assert names == ["locks.h"] + [f"unit-{n:04}.c" for n in range(0, UNITS, 100)], names
assert findings[0].startswith("locks.h:2:1: warning: "), findings[0]
assert summary == "21 findings; 1999 duplicates dropped", summary
progress = run.stderr.splitlines()
assert len(progress) == 10, progress
assert progress[0] == "semtidy-report: read 200 of 2000 files", progress
assert progress[-1] == "semtidy-report: read 2000 of 2000 files", progress
