//===--- CheckDefaults.h - Which checks run if nobody says ------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// A tool that has our checks runs them, unless the user's configuration says
// something about them. "Says something" is decided on the text of the `Checks`
// value alone: an entry that begins with `semaphore-`, with or without a minus.
//
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_TOOL_CHECKDEFAULTS_H
#define SEMTIDY_TOOL_CHECKDEFAULTS_H

#include "llvm/ADT/StringRef.h"
#include <string>

namespace semtidy {

/// All of our checks but those that are for hackers of the engine.
inline constexpr char OurChecks[] = "semaphore-*,-semaphore-debug-*";

/// True if an entry of \p Checks, a value as clang-tidy's `-checks` takes it,
/// is about our checks. `*` is not: it is about everything.
bool mentionsOurChecks(llvm::StringRef Checks);

/// \p Checks with ours switched on, or unchanged if it mentions them.
std::string withOurChecks(llvm::StringRef Checks);

} // namespace semtidy

#endif // SEMTIDY_TOOL_CHECKDEFAULTS_H
