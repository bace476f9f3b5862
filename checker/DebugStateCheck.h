//===--- DebugStateCheck.h - semaphore-debug-state --------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// For people who work on the engine: at each call of semtidy_debug_state(...)
/// prints what the engine knows there. A test point is an ordinary call of a
/// function that is only declared.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_DEBUGSTATECHECK_H
#define SEMTIDY_DEBUGSTATECHECK_H

#include "clang-tidy/ClangTidyCheck.h"

namespace semtidy {

/// Prints value sets and tracked objects at calls of `semtidy_debug_state`.
/// Documented in docs/hacking/debugging.md only.
class DebugStateCheck : public clang::tidy::ClangTidyCheck {
public:
  using ClangTidyCheck::ClangTidyCheck;
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void check(const clang::ast_matchers::MatchFinder::MatchResult &R) override;
  void onEndOfTranslationUnit() override;

private:
  clang::ASTContext *Ctx = nullptr;
};

} // namespace semtidy

#endif // SEMTIDY_DEBUGSTATECHECK_H
