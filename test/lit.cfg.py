# -*- Python -*-
# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
#
# The configuration of the suite. README.md explains what a test may use.

import os
import shutil

import lit.formats

config.name = "SemTidy"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".c", ".cpp", ".test"]
config.excludes = ["Inputs", "CMakeLists.txt", "README.md"]

source = config.semtidy_source
build = config.semtidy_build
config.test_source_root = os.path.join(source, "test")
config.test_exec_root = os.path.join(build, "test")

plugin = os.path.join(build, "lib", "SemTidy.so")
if not os.path.exists(plugin):
    lit_config.fatal(f"{plugin} is not built; run ./dev build")


def llvm(tool):
    return os.path.join(config.llvm_tools, tool)


def quoted(*words):
    return " ".join(f'"{word}"' for word in words)


# --- The environment is the same everywhere -------------------------------

home = os.path.join(config.test_exec_root, "home")
os.makedirs(home, exist_ok=True)
config.environment.update(
    {
        "HOME": home,
        "LC_ALL": "C.UTF-8",
        "PATH": os.pathsep.join(
            [os.path.join(build, "bin"), config.llvm_tools, os.environ["PATH"]]
        ),
        "SEMTIDY_BUILD": build,
        "SEMTIDY_PLUGIN": plugin,
        "SEMTIDY_CLANG_TIDY": llvm("clang-tidy"),
        "SEMTIDY_FILECHECK": llvm("FileCheck"),
    }
)

# --- Substitutions ---------------------------------------------------------

check = quoted(config.python, os.path.join(source, "test", "check.py"))
config.substitutions += [
    (r"%check\b", check),
    (r"%check_notes\b", check + " -strict-notes"),
    (r"%check_silent\b", check + " -silent"),
    (r"%clang_tidy\b", quoted(llvm("clang-tidy"))),
    (r"%clangxx\b", quoted(llvm("clang++"))),
    (r"%clang\b", quoted(llvm("clang"))),
    (r"%plugin\b", quoted(plugin)),
    (r"%semtidy\b", quoted(os.path.join(build, "bin", "semtidy"))),
    (r"%python\b", quoted(config.python)),
    (r"%llvm_major\b", str(config.llvm_major)),
    (r"%source\b", source),
    (r"%build\b", build),
    (r"%inputs\b", os.path.join(source, "test", "Inputs")),
    (r"%win32\b", "--target=x86_64-w64-mingw32"),
]

# --- Features: what a test may REQUIRE -------------------------------------

config.available_features.add(f"llvm-{config.llvm_major}")
for major in (16, 19, 22):
    if config.llvm_major >= major:
        config.available_features.add(f"llvm-at-least-{major}")
if config.assertions:
    config.available_features.add("assertions")

# Features that are a command, by the name of that command.
for feature, commands in {
    "bazel": ["bazel", "bazel-bootstrap"],
    "clang-tidy-cache": ["clang-tidy-cache"],
    "clangd": [llvm("clangd")],
    "codechecker": ["CodeChecker"],
    "cvise": ["cvise"],
    "drd": ["valgrind"],
    "emacs": ["emacs"],
    "gcc": ["gcc"],
    "g++": ["g++"],
    "git": ["git"],
    "mingw": ["x86_64-w64-mingw32-gcc"],
    "ninja": ["ninja"],
    "nvim": ["nvim"],
    "pre-commit": ["pre-commit"],
    "shellcheck": ["shellcheck"],
    "wine": ["wine64", "wine"],
}.items():
    if any(shutil.which(command) for command in commands):
        config.available_features.add(feature)

fuzzers = ("semtidy-fuzz-models", "semtidy-fuzz-logs")
if all(os.path.exists(os.path.join(build, "bin", name)) for name in fuzzers):
    config.available_features.add("fuzzers")

# Libraries whose real headers tests include, by a header of theirs.
for feature, header in {
    "absl": "absl/synchronization/mutex.h",
    "ace": "ace/Guard_T.h",
    "boost-thread": "boost/thread.hpp",
    "poco": "Poco/Mutex.h",
    "qt6": "x86_64-linux-gnu/qt6/QtCore/QMutex",
}.items():
    if os.path.exists(os.path.join("/usr/include", header)):
        config.available_features.add(feature)
prefix = os.path.dirname(os.path.dirname(llvm("clang")))
if os.path.exists(os.path.join(prefix, "include", "c++", "v1", "memory")):
    config.available_features.add("libc++")

if os.path.exists(os.path.join(build, "bin", "semtidy")):
    config.available_features.add("semtidy")
