//===--- DebugStateCheck.cpp - semaphore-debug-state ----------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DebugStateCheck.h"
#include "engine/Engine.h"

using namespace semtidy;
using namespace clang;
using namespace clang::ast_matchers;

static constexpr llvm::StringLiteral TestPoint = "semtidy_debug_state";

void DebugStateCheck::registerMatchers(MatchFinder *Finder) {
  Finder->addMatcher(functionDecl(hasName(TestPoint)).bind("function"), this);
}

void DebugStateCheck::check(const MatchFinder::MatchResult &Result) {
  Ctx = Result.Context;
}

void DebugStateCheck::onEndOfTranslationUnit() {
  if (!Ctx)
    return;
  ASTContext &Unit = *Ctx;
  Ctx = nullptr;
  Engine TheEngine(Unit, *ModelRegistry::builtin(), EngineLimits());
  for (const Engine::PointState &P : TheEngine.statesAt(TestPoint))
    diag(P.Loc, "%0") << P.Text;
}
