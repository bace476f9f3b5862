#!/usr/bin/env python3
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Runs the check on sources that others wrote, and compares with what we know.

  corpus.py fetch [PACKAGE...]     the pinned Debian source packages to the cache
  corpus.py run [PACKAGE...]       the check on them; compares with findings.yaml
  corpus.py tree DIR               the check on any folder; prints what it finds
  corpus.py validate               whether findings.yaml is in order; precision

Nothing is built. A file is parsed with flags that are made from the tree itself:
the folders that have the headers it includes, empty files for headers that are
nowhere, and HAVE_ macros for the headers and functions that this system has. A
file that does not parse that way is skipped and counted.
"""

import argparse
import collections
import concurrent.futures
import hashlib
import json
import os
import re
import subprocess
import sys
import time

import yaml

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
CHECK = "semaphore-close-while-set"
VERDICTS = ("right", "wrong", "arguable")
SOURCES = re.compile(r"\.(c|cc|cpp|cxx)$")
HEADERS = re.compile(r"\.(h|hh|hpp|hxx|inc|def)$")
TIMEOUT = 300
UNIX_HEADERS = ("/usr/include", "/usr/include/x86_64-linux-gnu")
MINGW_HEADERS = ("/usr/x86_64-w64-mingw32/include",)

# What old code does and clang takes for an error by now.
LENIENT = [
    "-w",
    "-ferror-limit=0",
    "-Wno-error=implicit-function-declaration",
    "-Wno-error=implicit-int",
    "-Wno-error=int-conversion",
    "-Wno-error=incompatible-function-pointer-types",
    "-Wno-error=return-mismatch",
    "-D_GNU_SOURCE",
]


def read(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        return file.read()


def closing_names(models=()):
    """Names that are there where something is closed, by the built-in models and these.

    Of a member function, such as `close`, the name of its class says more.
    """
    names = set()
    folder = os.path.join(ROOT, "checker", "model", "apis")
    files = [os.path.join(folder, f) for f in sorted(os.listdir(folder)) if f != "memory.yaml"]
    for file in files + list(models):
        for document in yaml.safe_load_all(read(file)):
            for function in (document or {}).get("Functions", []):
                if str(function.get("Role", "")).startswith("close"):
                    names |= {n.split("::")[-2:][0] for n in function.get("Names", [])}
    return {name for name in names if re.fullmatch(r"\w+", name)}


def libc_functions():
    """What the C library of this system exports."""
    names = set()
    for library in ("libc.so.6", "libm.so.6"):
        for folder in ("/lib/x86_64-linux-gnu", "/lib64", "/usr/lib"):
            path = os.path.join(folder, library)
            if os.path.exists(path):
                out = subprocess.run(
                    ["nm", "-D", "--defined-only", path],
                    capture_output=True, encoding="utf-8", check=False,
                ).stdout
                names |= set(re.findall(r" [TWi] (\w+)", out))
                break
    return names


class Tree:
    """A folder of sources, and the flags that its files need."""

    def __init__(self, root, scratch, flags=(), only=None, everything=False, models=()):
        self.root = os.path.abspath(root)
        self.models = [os.path.abspath(m) for m in models]
        scratch = os.path.abspath(scratch)
        # So deep that a header that is included as `../src/x.h` can stand there, too.
        self.stubs = os.path.join(scratch, "stubs", "a", "b", "c")
        os.makedirs(self.stubs, exist_ok=True)
        self.flags = list(flags)
        self.headers = collections.defaultdict(list)
        self.sources, self.all_sources = [], 0
        self.folders = []  # found for one file, likely needed by the next
        macros = set()
        known = re.compile(r"\b(" + "|".join(sorted(closing_names(self.models))) + r")\b")
        for folder, subfolders, files in os.walk(self.root):
            subfolders[:] = sorted(
                d for d in subfolders if d not in (".git", ".pc", "debian")
            )
            for name in sorted(files):
                path = os.path.join(folder, name)
                if not os.path.isfile(path):
                    continue
                if HEADERS.search(name):
                    self.headers[name].append(path)
                if not (SOURCES.search(name) or HEADERS.search(name)):
                    continue
                text = read(path)
                macros |= set(re.findall(r"\b(?:CONFIG_)?HAVE_\w+", text))
                if SOURCES.search(name) and not (only and not only.search(path)):
                    self.all_sources += 1
                    if everything or known.search(text):
                        self.sources.append(path)
        self.configuration = os.path.join(scratch, "configuration.h")
        self.configure(macros)

    def configure(self, macros):
        """What a configure script would find out, as far as it is needed."""
        functions, folders = libc_functions() | {"pthread"}, UNIX_HEADERS
        if any(flag.startswith("--target=") and "mingw" in flag for flag in self.flags):
            functions, folders = set(), MINGW_HEADERS
        lines = [
            '#define PACKAGE "p"', '#define PACKAGE_NAME "p"',
            '#define PACKAGE_STRING "p 0"', '#define PACKAGE_VERSION "0"',
            '#define PACKAGE_BUGREPORT ""', '#define VERSION "0"',
        ]
        for macro in sorted(macros):
            name = macro.partition("HAVE_")[2].lower()
            header = None
            if name.endswith("_h"):
                stem = name[: -len("_h")]
                header = any(
                    os.path.exists(f"{folder}/{spelling}.h")
                    for folder in folders
                    for spelling in (stem, stem.replace("_", "/"), stem.replace("_", "/", 1))
                )
            if header or name in functions:
                lines.append(f"#ifndef {macro}\n#define {macro} 1\n#endif")
        with open(self.configuration, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")

    def find(self, include, source):
        """The folder that makes `include` work: the nearest one to `source`."""
        candidates = [
            p for p in self.headers[os.path.basename(include)]
            if p.endswith("/" + include)
        ]
        if not candidates:
            return None
        nearest = max(
            candidates,
            key=lambda p: (len(os.path.commonpath([p, source])), -len(p), p),
        )
        return nearest[: -len(include) - 1]

    def arguments(self, source, clang):
        """The flags for one file."""
        flags = LENIENT + ["-include", self.configuration] + self.flags
        if not source.endswith(".c"):
            flags = [f for f in flags if not f.startswith("-std=")] + ["-std=gnu++17"]
        folders = list(self.folders)
        for _ in range(8):
            missing = self.missing_headers(source, flags, folders, clang)
            progress = False
            for include in missing:
                folder = self.find(include, source)
                if folder:
                    progress |= folder not in folders
                    folders += [folder] if folder not in folders else []
                elif not include.startswith(("/", "../../../..")):
                    progress |= self.make_stub(include)
            if not progress:
                break
        self.folders += [f for f in folders if f not in self.folders]
        return flags + self.include_flags(folders)

    def make_stub(self, include):
        """Makes a header that a build would put there; whether there was none.

        The one header of the tree with that name, which a build links into a
        folder of another name, or an empty file.
        """
        path = os.path.join(self.stubs, include)
        if os.path.exists(path):
            return False
        same = self.headers[os.path.basename(include)]
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            if len(same) == 1:
                file.write(f'#include "{same[0]}"\n')
        return True

    def include_flags(self, folders):
        # After the system's folders: a package may have a header of that name.
        return [x for f in folders + [self.stubs] for x in ("-idirafter", f)]

    def missing_headers(self, source, flags, folders, clang):
        result = subprocess.run(
            [clang, "-M", "-MG", *flags, *self.include_flags(folders), source],
            capture_output=True, encoding="utf-8", errors="replace", check=False,
            cwd=os.path.dirname(source), timeout=TIMEOUT,
        )
        text = result.stdout.replace("\\\n", " ").partition(":")[2]
        here = os.path.dirname(source)
        return [
            word for word in text.split()
            if not os.path.exists(os.path.join(here, word))
        ]


class Run:
    """What the check said about one tree."""

    def __init__(self):
        self.files = self.parsed = self.lines = self.functions = 0
        self.failed, self.crashed = [], []
        self.times = []
        self.limits = collections.Counter()
        self.findings = {}


def check_file(tree, source, tools):
    try:
        flags = tree.arguments(source, tools.clang)
        for _ in range(4):
            start = time.monotonic()
            result = subprocess.run(
                [
                    tools.clang_tidy, "-load", tools.plugin, "-quiet",
                    f"-checks=-*,{CHECK}", "-header-filter=.*",
                    "-enable-check-profile",
                    f"-config={{CheckOptions: {{{CHECK}.Statistics: true, "
                    f"{CHECK}.MinStrength: {tools.strength}, "
                    f"{CHECK}.Models: '{';'.join(tree.models)}'}}}}",
                    source, "--", *flags,
                ],
                capture_output=True, encoding="utf-8", errors="replace",
                check=False, cwd=os.path.dirname(source), timeout=TIMEOUT,
            )
            seconds = time.monotonic() - start
            # A macro that a configure script would have defined.
            unknown = set(
                re.findall(r"undeclared identifier '([A-Z][A-Z0-9_]{2,})'", result.stdout)
            )
            new = [f"-D{m}=1" for m in sorted(unknown) if f"-D{m}=1" not in flags]
            if not new:
                break
            flags = flags + new
        return source, result.returncode, result.stdout, result.stderr, seconds
    except subprocess.TimeoutExpired:
        return source, None, "", f"over {TIMEOUT} s", TIMEOUT


def line_hash(path, number):
    """Names a line by what it says, so that it can move."""
    try:
        text = " ".join(read(path).splitlines()[number - 1].split())
    except (OSError, IndexError):
        text = ""
    return hashlib.sha1(text.encode()).hexdigest()[:10]


def run_tree(tree, tools, say):
    run = Run()
    run.files = tree.all_sources
    pattern = re.compile(
        r"^(/[^:\n]+):(\d+):\d+: warning: (.*) \[" + CHECK + r"(?:,[^\]]*)?\]$", re.M
    )
    with concurrent.futures.ThreadPoolExecutor(tools.jobs) as pool:
        results = pool.map(lambda s: check_file(tree, s, tools), tree.sources)
        for source, status, out, err, seconds in results:
            relative = os.path.relpath(source, tree.root)
            if status not in (0, 1):
                run.crashed.append((relative, status, err[-600:]))
                say(f"  crashed or hung: {relative} ({status})")
                continue
            errors = re.findall(r"error: .*", out)
            statistics = re.search(r"semtidy: functions (\d+)(.*)", err)
            if errors:
                run.failed.append((relative, errors[0][:150]))
            if errors and not statistics:
                continue
            if not errors:
                run.parsed += 1
            run.lines += read(source).count("\n")
            if statistics:
                run.functions += int(statistics[1])
                for name, count in re.findall(r"(\w+) (\d+)", statistics[2].split(";")[-1]):
                    run.limits[name] += int(count)
            own = re.search(r"Total Execution Time: ([\d.]+) seconds", err)
            run.times.append((float(own[1]) if own else 0.0, seconds, relative))
            for path, line, message in pattern.findall(out):
                path = os.path.normpath(path)
                if not path.startswith(tree.root + os.sep):
                    continue
                key = (os.path.relpath(path, tree.root), int(line), message)
                run.findings.setdefault(key, line_hash(path, int(line)))
    return run


def summary(name, run):
    own = sum(t[0] for t in run.times)
    text = (
        f"{name}: {run.files} sources, {run.parsed + len(run.failed)} with a "
        f"close, {run.parsed} parsed, {len(run.failed)} not, "
        f"{len(run.crashed)} crashed, {run.lines} lines, {run.functions} functions "
        f"analysed, {len(run.findings)} findings, {own:.1f} s in the check"
    )
    reached = {k: v for k, v in run.limits.items() if v}
    return text + (f", limits {reached}" if reached else "")


# --- The committed files --------------------------------------------------------


class Package:
    """A line of the list."""

    def __init__(self, name, version, *words):
        self.name, self.version = name, version
        self.all = "all" in words
        self.only, self.folder, self.models, self.flags = None, "", [], []
        for word in words:
            key, _, value = word.partition("=")
            if key == "only":
                self.only = re.compile(value)
            elif key == "in":
                self.folder = value
            elif key == "model":
                self.models.append(os.path.join(HERE, "models", value))
            elif word != "all":
                self.flags.append(word)


def packages():
    lines = read(os.path.join(HERE, "packages")).splitlines()
    return [Package(*line.split()) for line in lines if line and line[0] != "#"]


def load_findings(path):
    return yaml.safe_load(read(path)) or []


def validate(path):
    """The mistakes in a findings file, as sentences."""
    mistakes, seen = [], set()
    pinned = {package.name for package in packages()}
    for number, entry in enumerate(load_findings(path), 1):
        where = f"entry {number}"
        if set(entry) != {"package", "file", "line", "hash", "message", "verdict", "why"}:
            mistakes.append(f"{where}: the keys are {sorted(entry)}")
            continue
        where += f" ({entry['package']} {entry['file']}:{entry['line']})"
        if entry["package"] not in pinned:
            mistakes.append(f"{where}: the package is not in the list")
        if os.path.isabs(entry["file"]) or ".." in entry["file"].split("/"):
            mistakes.append(f"{where}: the path is not relative to the package")
        if entry["verdict"] not in VERDICTS:
            mistakes.append(f"{where}: the verdict is none of {', '.join(VERDICTS)}")
        if not str(entry["why"]).strip():
            mistakes.append(f"{where}: no reason")
        if not re.fullmatch(r"[0-9a-f]{10}", str(entry["hash"])):
            mistakes.append(f"{where}: the hash has another form")
        key = (entry["package"], entry["file"], entry["line"], entry["message"])
        if key in seen:
            mistakes.append(f"{where}: stands there twice")
        seen.add(key)
    return mistakes


def precision(entries):
    count = collections.Counter(e.get("verdict") for e in entries)
    total = sum(count.values())
    decided = count["right"] + count["wrong"]
    if not decided:
        return f"{total} findings, none of them right or wrong"
    return (
        f"{total} findings: {count['right']} right, {count['wrong']} wrong, "
        f"{count['arguable']} arguable; {100 * count['right'] / decided:.1f} % of "
        f"those that are not arguable are right"
    )


def as_entry(package, key, digest, verdict="unread", why=""):
    return {
        "package": package, "file": key[0], "line": key[1], "hash": digest,
        "message": key[2], "verdict": verdict, "why": why,
    }


def write_findings(path, entries):
    header = "".join(line for line in read(path).splitlines(True) if line[0] == "#") \
        if os.path.exists(path) else ""
    order = lambda e: (e["package"], e["file"], e["line"], e["message"])
    with open(path, "w", encoding="utf-8") as file:
        file.write(header)
        yaml.safe_dump(sorted(entries, key=order), file, sort_keys=False, width=100)


# --- Commands ---------------------------------------------------------------------


def apt_state(arguments):
    """A private state of apt, with the lists of source packages."""
    state = os.path.join(arguments.cache, "apt")
    for folder in ("lists/partial", "cache/archives/partial"):
        os.makedirs(os.path.join(state, folder), exist_ok=True)
    sources = os.path.join(state, "sources.list")
    with open(sources, "w", encoding="utf-8") as file:
        for line in arguments.apt_source:
            file.write(f"deb-src {line}\n")
    options = [
        f"-oDir::Etc::SourceList={sources}", "-oDir::Etc::SourceParts=/dev/null",
        f"-oDir::State::Lists={state}/lists", f"-oDir::Cache={state}/cache",
        "-oAPT::Sandbox::User=",
    ]
    subprocess.run(["apt-get", "-qq", *options, "update"], check=True)
    return options


def wanted(arguments):
    known = packages()
    names = {package.name for package in known}
    for name in arguments.package:
        if name not in names:
            sys.exit(f"{name} is not in {os.path.join(HERE, 'packages')}")
    return [p for p in known if not arguments.package or p.name in arguments.package]


def place(arguments, package):
    name = f"{package.name}_{package.version.replace(':', '%')}"
    return os.path.abspath(os.path.join(arguments.cache, name))


def fetch(arguments):
    options, status = None, 0
    for package in wanted(arguments):
        name, version = package.name, package.version
        folder = place(arguments, package)
        if os.path.isdir(os.path.join(folder, "tree")):
            continue
        options = options or apt_state(arguments)
        os.makedirs(folder, exist_ok=True)
        got = subprocess.run(
            ["apt-get", "-qq", *options, "source", "--download-only",
             "--only-source", f"{name}={version}"],
            cwd=folder, check=False, stdout=subprocess.DEVNULL,
        )
        dsc = [f for f in os.listdir(folder) if f.endswith(".dsc")]
        if got.returncode or not dsc or subprocess.run(
            ["dpkg-source", "--no-copy", "-x", dsc[0], "tree"],
            cwd=folder, check=False, stdout=subprocess.DEVNULL,
        ).returncode:
            print(f"{name} {version}: not fetched", flush=True)
            status = 1
        else:
            print(f"{name} {version}: fetched", flush=True)
    return status


def run_packages(arguments):
    known, current, status = load_findings(arguments.findings), [], 0
    reasons = {
        (e["package"], e["file"], e["line"], e["hash"], e["message"]): e for e in known
    }
    done, figures = set(), {}
    for package in wanted(arguments):
        name, version = package.name, package.version
        folder = place(arguments, package)
        if not os.path.isdir(os.path.join(folder, "tree")):
            print(f"{name} {version}: not in the cache; corpus.py fetch {name}")
            status = 1
            continue
        source = os.path.join(folder, "tree", package.folder)
        flags = [flag.replace("{tree}", source) for flag in package.flags]
        everything = arguments.all or package.all
        tree = Tree(source, folder, flags, package.only, everything, package.models)
        run = run_tree(tree, arguments, print)
        done.add(name)
        figures[name] = vars(run) | {"findings": len(run.findings)}
        print(summary(f"{name} {version}", run), flush=True)
        for key, digest in sorted(run.findings.items()):
            entry = reasons.get((name, key[0], key[1], digest, key[2]))
            current.append(entry or as_entry(name, key, digest))
            if not entry:
                print(f"  new: {key[0]}:{key[1]}: {key[2]}", flush=True)
                status = 1
    kept = {id(e) for e in current}
    for entry in known:
        if entry["package"] in done and id(entry) not in kept:
            print(f"  gone: {entry['package']} {entry['file']}:{entry['line']}: "
                  f"{entry['message']} ({entry['verdict']})")
            status = 1
    print(precision(current))
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump(figures, file, indent=1)
    if arguments.update:
        others = [e for e in known if e["package"] not in done]
        write_findings(arguments.findings, others + current)
        return 0
    return status


def run_folder(arguments):
    scratch = arguments.scratch or os.path.join(arguments.cache, "tree")
    os.makedirs(scratch, exist_ok=True)
    only = re.compile(arguments.only) if arguments.only else None
    tree = Tree(
        arguments.folder, scratch, arguments.flag, only, arguments.all, arguments.model
    )
    run = run_tree(tree, arguments, print)
    print(summary(arguments.name or os.path.basename(tree.root), run))
    for (file, line, message), digest in sorted(run.findings.items()):
        print(f"  {file}:{line}: {digest}: {message}")
    for own, seconds, file in sorted(run.times, reverse=True)[: arguments.slowest]:
        print(f"  slow: {file}: {own:.2f} s of {seconds:.2f} s")
    if arguments.failures:
        for file, error in run.failed:
            print(f"  not parsed: {file}: {error}")
    if arguments.json:
        with open(arguments.json, "w", encoding="utf-8") as file:
            json.dump(vars(run) | {
                "findings": [[*k, v] for k, v in run.findings.items()]}, file, indent=1)
    return 1 if run.crashed else 0


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    build = os.path.join(ROOT, "build")
    tools = f"/usr/lib/llvm-{os.environ.get('SEMTIDY_LLVM', '22')}/bin"
    cache = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")
    parser.add_argument("--cache", default=os.path.join(cache, "semtidy-corpus"))
    parser.add_argument("--plugin", default=os.path.join(build, "lib", "SemTidy.so"))
    parser.add_argument("--clang", default=f"{tools}/clang")
    parser.add_argument("--clang-tidy", default=f"{tools}/clang-tidy")
    parser.add_argument("--strength", default="note", help="least strength reported")
    parser.add_argument("--findings", default=os.path.join(HERE, "findings.yaml"))
    parser.add_argument("--json", metavar="FILE", help="write the figures too")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--all", action="store_true",
                        help="also files that name no function that closes a semaphore")
    commands = parser.add_subparsers(dest="command", required=True)
    sub = commands.add_parser("fetch")
    sub.add_argument("package", nargs="*")
    sub.add_argument("--apt-source", action="append", metavar="LINE",
                     help="the rest of a deb-src line; a snapshot of the archive has "
                          "the versions that a mirror does not have any more")
    sub = commands.add_parser("run")
    sub.add_argument("package", nargs="*")
    sub.add_argument("--update", action="store_true", help="rewrite findings.yaml")
    sub = commands.add_parser("tree")
    sub.add_argument("folder")
    sub.add_argument("--name")
    sub.add_argument("--flag", action="append", default=[], help="a flag for clang")
    sub.add_argument("--model", action="append", default=[], help="a model file")
    sub.add_argument("--only", help="only sources whose path matches")
    sub.add_argument("--scratch", help="where empty headers are made")
    sub.add_argument("--slowest", type=int, default=0, help="print that many")
    sub.add_argument("--failures", action="store_true", help="print what did not parse")
    commands.add_parser("validate")
    arguments = parser.parse_args()
    arguments.plugin = os.path.abspath(arguments.plugin)
    if arguments.command in ("run", "tree") and not os.path.exists(arguments.plugin):
        sys.exit(f"{arguments.plugin} is not built")
    if arguments.command == "fetch":
        arguments.apt_source = arguments.apt_source or [
            "http://deb.debian.org/debian bookworm main",
            "http://deb.debian.org/debian-security bookworm-security main",
        ]
        return fetch(arguments)
    if arguments.command == "run":
        return run_packages(arguments)
    if arguments.command == "tree":
        return run_folder(arguments)
    mistakes = validate(arguments.findings)
    print("\n".join(mistakes + [precision(load_findings(arguments.findings))]))
    return 1 if mistakes else 0


if __name__ == "__main__":
    sys.exit(main())
