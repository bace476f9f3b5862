//===--- PluginGuard.cpp - Refuse the wrong clang-tidy ----------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A plugin that another major version of clang-tidy loads would be called with
// objects of another layout. This is the first code of the plugin that runs: it
// looks at the LLVM and clang libraries of the process and ends the process if
// one of them is of another version, with a sentence that says what to do.
//
//===----------------------------------------------------------------------===//

#include "llvm/Config/llvm-config.h"
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <link.h>
#include <unistd.h>

namespace {

/// The major version in the name of an LLVM library, or 0 for other libraries:
/// libLLVM-14.so.1, libLLVM.so.22.1, libclang-cpp.so.19.1.
int majorOf(const char *Path) {
  const char *Slash = std::strrchr(Path, '/');
  const char *Name = Slash ? Slash + 1 : Path;
  for (const char *Stem : {"libLLVM-", "libLLVM.so.", "libclang-cpp.so."}) {
    size_t Length = std::strlen(Stem);
    if (std::strncmp(Name, Stem, Length) == 0)
      return std::atoi(Name + Length);
  }
  return 0;
}

/// dl_iterate_phdr's callback: leaves the first other version in \p Other.
int findOtherVersion(dl_phdr_info *Info, size_t, void *Other) {
  int Major = majorOf(Info->dlpi_name);
  if (Major == 0 || Major == LLVM_VERSION_MAJOR)
    return 0;
  *static_cast<int *>(Other) = Major;
  return 1;
}

/// Runs before the module's own constructors, which would register it.
__attribute__((constructor(101))) void refuseOtherVersions() {
  int Other = 0;
  dl_iterate_phdr(findOtherVersion, &Other);
  if (Other == 0)
    return;
  std::fprintf(
      stderr,
      "error: this SemTidy plugin is for LLVM %d, and the program that "
      "loads it is of LLVM %d. Load it into clang-tidy-%d, or take the "
      "plugin for LLVM %d.\n",
      LLVM_VERSION_MAJOR, Other, LLVM_VERSION_MAJOR, Other);
  _exit(1);
}

} // namespace
