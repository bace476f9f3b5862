# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The compile database, and which of its sources include a header.

Includes are found in the text, resolved against the directories that the command
names, and followed as long as they stay below the current directory. Conditions
are not evaluated: an include in an inactive branch counts.
"""

import json
import os
import re
import shlex
from pathlib import Path

INCLUDE = re.compile(rb'^[ \t]*#[ \t]*(?:include|import)[ \t]*["<]([^">\n]+)[">]', re.M)
INCLUDE_OPTION = re.compile(r"^(?:-I|-iquote|-isystem|/I)(.*)$")
NAME = "compile_commands.json"


class DatabaseError(Exception):
    pass


def find_database(directory=None):
    """The database in a directory; without one, here or in a directory here."""
    if directory:
        path = Path(directory) / NAME
        if not path.exists():
            raise DatabaseError(f"there is no {NAME} in {directory}")
        return path
    if Path(NAME).exists():
        return Path(NAME)
    found = [p for p in Path(".").glob(f"*/{NAME}")]
    if not found:
        raise DatabaseError(
            f"there is no {NAME} here or in a directory here. CMake writes one with "
            "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON, and 'bear -- make' does for others; "
            "-p says where it is, and --flags does without"
        )
    # Of several builds, the one that was configured last.
    return max(found, key=lambda path: path.stat().st_mtime)


class CompileDatabase:
    def __init__(self, path):
        self.path = Path(os.path.realpath(path))
        self.root = Path(os.path.realpath("."))
        try:
            entries = json.loads(self.path.read_bytes())
        except (OSError, ValueError) as error:
            raise DatabaseError(f"{path}: {error}") from None
        if not isinstance(entries, list) or not entries:
            raise DatabaseError(f"{path}: it has no commands")
        self.entries = {}
        try:
            for entry in entries:
                file = os.path.join(entry["directory"], entry["file"])
                self.entries.setdefault(Path(os.path.realpath(file)), entry)
        except (KeyError, TypeError):
            raise DatabaseError(
                f"{path}: an entry has no 'file' or 'directory'"
            ) from None
        self.included = {}
        self.written = {}

    def __contains__(self, source):
        return source in self.entries

    def includes(self, source, header):
        return header in self.headers_of(source)

    def find_includer(self, header):
        """A source that includes the header; its neighbours are asked first."""

        def distance(source):
            return (
                source.stem != header.stem,
                source.parent != header.parent,
                str(source),
            )

        for source in sorted(self.entries, key=distance):
            if source.exists() and self.includes(source, header):
                return source
        return None

    def headers_of(self, source):
        """The files of this repository that a source includes, at any depth."""
        if source in self.included:
            return self.included[source]
        directories = self.include_directories(source)
        found, todo = set(), [source]
        while todo:
            file = todo.pop()
            for name in self.written_includes(file):
                for directory in [file.parent, *directories]:
                    path = Path(os.path.realpath(os.path.join(directory, name)))
                    if path.is_file():
                        if path not in found and self.root in path.parents:
                            found.add(path)
                            todo.append(path)
                        break
        self.included[source] = found
        return found

    def written_includes(self, file):
        if file not in self.written:
            try:
                text = file.read_bytes()
            except OSError:
                text = b""
            self.written[file] = [os.fsdecode(n) for n in INCLUDE.findall(text)]
        return self.written[file]

    def include_directories(self, source):
        entry = self.entries.get(source)
        if entry is None:
            return [self.root, self.root / "include"]
        arguments = entry.get("arguments") or shlex.split(entry.get("command", ""))
        directories, pending = [], False
        for argument in arguments:
            match = INCLUDE_OPTION.match(argument)
            if pending:
                directories.append(argument)
                pending = False
            elif match and match[1]:
                directories.append(match[1])
            elif match:
                pending = True
        return [Path(entry["directory"], name) for name in directories]
