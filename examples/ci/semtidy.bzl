# Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""A Bazel aspect that runs semtidy on every C and C++ source of a target and of
its dependencies. A finding fails the build; what did not change is not analysed
again.

    bazel build --aspects=//tools:semtidy.bzl%semtidy --output_groups=semtidy //...

semtidy is taken from the PATH, which Bazel keeps from actions unless it is told:
--action_env=PATH.
"""

_EXTENSIONS = ["c", "cc", "cpp", "cxx"]

def _flags(target, rule):
    context = target[CcInfo].compilation_context
    defines = context.defines.to_list() + context.local_defines.to_list()
    flags = ["-D" + define for define in defines]
    flags += ["-I" + path for path in context.includes.to_list()]
    for path in context.quote_includes.to_list():
        flags += ["-iquote", path]
    for path in context.system_includes.to_list():
        flags += ["-isystem", path]
    return flags + getattr(rule.attr, "copts", [])

def _semtidy_impl(target, ctx):
    outputs = []
    if CcInfo in target and hasattr(ctx.rule.attr, "srcs"):
        headers = target[CcInfo].compilation_context.headers
        sources = [f for src in ctx.rule.attr.srcs for f in src.files.to_list()]
        for source in sources:
            if source.extension not in _EXTENSIONS:
                continue
            log = ctx.actions.declare_file(
                "{}.{}.semtidy".format(ctx.rule.attr.name, source.basename),
            )
            ctx.actions.run_shell(
                outputs = [log],
                inputs = depset([source], transitive = [headers]),
                arguments = [source.path, log.path] + _flags(target, ctx.rule),
                command = "source=$1 log=$2; shift 2; " +
                          "semtidy --quiet --warnings-as-errors='semaphore-*' " +
                          "\"$source\" -- \"$@\" > \"$log\" 2>&1 || " +
                          "{ cat \"$log\" >&2; exit 1; }",
                mnemonic = "SemTidy",
                progress_message = "Analysing " + source.short_path,
                use_default_shell_env = True,
            )
            outputs.append(log)
    deeper = [
        dep[OutputGroupInfo].semtidy
        for dep in getattr(ctx.rule.attr, "deps", [])
        if OutputGroupInfo in dep and hasattr(dep[OutputGroupInfo], "semtidy")
    ]
    return [OutputGroupInfo(semtidy = depset(outputs, transitive = deeper))]

semtidy = aspect(
    implementation = _semtidy_impl,
    attr_aspects = ["deps"],
)
