//===--- ResourceDir.h - Where clang's own headers are ----------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A clang tool looks for its resource directory (stddef.h and friends) beside
// itself. Ours is installed elsewhere, so it looks beside the clang library
// that it runs with.
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_TOOL_RESOURCEDIR_H
#define SEMTIDY_TOOL_RESOURCEDIR_H

#include <string>

namespace semtidy {

/// The resource directory to name explicitly, or "" if the one that the tool
/// finds by itself exists, or if none is found. \p Argv0 is the tool's name.
std::string resourceDirToName(const char *Argv0);

} // namespace semtidy

#endif // SEMTIDY_TOOL_RESOURCEDIR_H
