//===--- UnitContext.h - What all analyses of a unit share ------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The parts that live as long as a translation unit is analysed: terms,
/// models, creations, limits and counters.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_UNITCONTEXT_H
#define SEMTIDY_ENGINE_UNITCONTEXT_H

#include "Event.h"
#include "PathState.h"
#include "ThrowScopes.h"
#include "llvm/ADT/DenseSet.h"
#include <map>

namespace semtidy {

/// Bounds on the work for one translation unit. Reaching one makes what is
/// affected unknown, which is silent; a counter and a debug line tell.
struct EngineLimits {
  unsigned MaxBlocks = 200000;   ///< blocks of a function
  unsigned MaxVisits = 40;       ///< visits of one block in one fixpoint
  unsigned MaxStates = 8;        ///< property states at one block
  unsigned MaxFactSets = 6;      ///< fact sets of one property state
  unsigned MaxForksApart = 16;   ///< ways of calls kept apart in a block
  unsigned MaxOutcomes = 16;     ///< ways of one end of a function kept apart
  unsigned MaxForks = 512;       ///< ways through the calls of one block
  unsigned MaxStepsApart = 20000; ///< steps until fact sets are merged at once
  unsigned MaxSteps = 400000;    ///< steps for a function: a state, a block
  unsigned MaxSearchSteps = 4000; ///< block visits for one witness
  unsigned MaxCallDepth = 48;    ///< nested summaries
  unsigned MaxRounds = 12;       ///< rounds of one result in a cycle of calls
  unsigned MaxWork = 30000000;   ///< work for the unit; see TermContext::work
  unsigned MaxCycleBlocks = 200;  ///< blocks of all functions of such a cycle
};

/// How often each limit was reached.
struct EngineCounters {
  unsigned Functions = 0, Candidates = 0, Refuted = 0, SolverCalls = 0;
  unsigned BlocksLimit = 0, VisitsLimit = 0, StatesLimit = 0, StepsLimit = 0,
           SearchLimit = 0, DepthLimit = 0, RoundsLimit = 0, WorkLimit = 0;
};

/// How an object came into being.
struct Creation {
  const BoundEffect *By = nullptr;
  clang::SourceLocation Loc;
  ObjectKind Kind = ObjectKind::FromCreator;
  std::optional<int64_t> Initial; ///< permits, if the count is known
  bool Owned = false;             ///< set at birth
  std::optional<bool> Recursive;
  bool Shared = false; ///< has a name that other processes can open
  /// The address of that name, if it is a literal or a global variable.
  Term Name;

  bool operator<(const Creation &O) const {
    auto Key = [](const Creation &C) {
      return std::make_tuple(C.By, C.Loc.getRawEncoding(), C.Initial, C.Owned,
                             C.Recursive, C.Shared, C.Name);
    };
    return Key(*this) < Key(O);
  }
};

class CreatorIndex;
class SummaryStore;

struct UnitContext {
  UnitContext(clang::ASTContext &Ctx, const ModelRegistry &Registry,
              const EngineLimits &Limits)
      : Ctx(Ctx), Models(Registry, Ctx), Thrown(Ctx), Limits(Limits),
        Creations(1) {}

  CreationId intern(const Creation &C) {
    auto [It, Inserted] = CreationIds.try_emplace(C, Creations.size());
    if (Inserted)
      Creations.push_back(C);
    return It->second;
  }

  /// Whether two handles were made with one name, and so lead to one object.
  bool isSameName(CreationId A, CreationId B) const {
    return Creations[A].Name && Creations[A].Name == Creations[B].Name;
  }

  clang::ASTContext &Ctx;
  UnitModels Models;
  TermContext Terms;
  ThrownTypes Thrown;
  EngineLimits Limits;
  EngineCounters Counters;
  std::vector<Creation> Creations;
  std::map<Creation, CreationId> CreationIds;
  EventUid NextUid = 1;
  /// Summaries that are being computed inside each other.
  unsigned Nesting = 0;
  /// Who calls a function, as far as its callers were looked at.
  llvm::DenseMap<const clang::FunctionDecl *,
                 llvm::SmallVector<const clang::FunctionDecl *, 2>>
      Callers;
  CreatorIndex *Creators = nullptr;
  SummaryStore *Summaries = nullptr;
  /// What memory held when a question was asked, numbered from 1.
  std::map<std::vector<std::pair<Term, Term>>, unsigned> Memories;
  /// Events that allocate memory.
  llvm::DenseSet<EventUid> Allocations;
  /// Events that are calls of modelled functions.
  llvm::DenseSet<EventUid> ModelledCalls;
  /// The objects that such calls set, if their result says so.
  llvm::DenseMap<EventUid, llvm::SmallVector<Term, 1>> SetResults;
  /// Such calls whose result the program looks at.
  llvm::DenseSet<EventUid> TestedResults;
  /// Constants that the program compares the results of such calls with.
  llvm::DenseSet<std::pair<EventUid, int64_t>> ComparedCodes;

  /// Whether the program looks for a code of \p F that says "still set" in the
  /// result of the closing call \p Call: then it knows.
  bool reactsToBusy(EventUid Call, const Family &F) {
    for (unsigned I = 0; I < F.BusyCodes.size(); ++I)
      if (ComparedCodes.contains(
              {Call, Models.resolve(F.BusyNames[I], F.BusyCodes[I])}))
        return true;
    return false;
  }
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_UNITCONTEXT_H
