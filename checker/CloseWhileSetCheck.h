//===--- CloseWhileSetCheck.h - semaphore-close-while-set -------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The check: options, the moment to run, diagnostics. The analysis is in
/// engine/, the words are in report/.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_CLOSEWHILESETCHECK_H
#define SEMTIDY_CLOSEWHILESETCHECK_H

#include "clang-tidy/ClangTidyCheck.h"
#include "engine/UnitContext.h"
#include "model/ModelRegistry.h"

namespace semtidy {

/// Finds calls that close a semaphore which can still be set, and ends of
/// objects and memory that do the same.
///
/// For the user-facing documentation see docs/semaphore-close-while-set.md.
class CloseWhileSetCheck : public clang::tidy::ClangTidyCheck {
public:
  CloseWhileSetCheck(llvm::StringRef Name,
                     clang::tidy::ClangTidyContext *Context);
  void registerMatchers(clang::ast_matchers::MatchFinder *Finder) override;
  void check(const clang::ast_matchers::MatchFinder::MatchResult &R) override;
  void onEndOfTranslationUnit() override;
  void storeOptions(clang::tidy::ClangTidyOptions::OptionMap &Opts) override;

private:
  std::shared_ptr<const ModelRegistry>
  loadModels(const std::vector<std::string> &Files);

  const std::string ModelFiles; ///< separated by semicolons
  const std::string Families;   ///< globs, separated by semicolons
  const std::string MinStrength;
  const bool Statistics;
  EngineLimits Limits;
  std::shared_ptr<const ModelRegistry> Registry;
  clang::ASTContext *Ctx = nullptr;
};

} // namespace semtidy

#endif // SEMTIDY_CLOSEWHILESETCHECK_H
