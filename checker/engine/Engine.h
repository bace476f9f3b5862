//===--- Engine.h - The analysis of a translation unit ----------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The coordinator. Engine::run reads as the table of contents of the engine.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_ENGINE_H
#define SEMTIDY_ENGINE_ENGINE_H

#include "Finding.h"
#include "UnitContext.h"
#include <set>

namespace semtidy {

class FunctionSummary;

class Engine {
public:
  Engine(clang::ASTContext &Ctx, const ModelRegistry &Registry,
         const EngineLimits &Limits);
  ~Engine();

  /// All findings of the translation unit, in source order. Pure: depends on
  /// the unit, the models and the limits only.
  std::vector<Finding> run();

  /// What is known at a call of the function \p Name, for debugging.
  struct PointState {
    clang::SourceLocation Loc;
    std::string Text;
    bool operator<(const PointState &O) const {
      return std::tie(Loc, Text) < std::tie(O.Loc, O.Text);
    }
  };
  std::set<PointState> statesAt(llvm::StringRef Name);

  const EngineCounters &counters() const;
  UnitContext &unit() { return *Unit; }
  /// The summary of a function, for debugging output; null if it has none.
  FunctionSummary *summary(const clang::FunctionDecl *F);

private:
  void analyse(FunctionSummary &S, std::vector<Finding> &Findings);
  bool isDefinite(FunctionSummary &S, const struct CandidateGroup &Group);
  Finding describe(const clang::FunctionDecl *F, const struct CloseHit &Hit,
                   struct WitnessStory Story);
  std::string guardOf(const struct CloseHit &Hit);
  bool clearsLater(const clang::CXXDestructorDecl *D, Term This,
                   const struct CloseHit &Hit);

  std::unique_ptr<UnitContext> Unit;
  std::unique_ptr<CreatorIndex> Creators;
  std::unique_ptr<SummaryStore> Summaries;
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_ENGINE_H
