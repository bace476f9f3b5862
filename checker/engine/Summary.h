//===--- Summary.h - Summaries of the unit's functions ----------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// One function's analysis, made once and used at each of its calls: what it
/// does to values, which objects it leaves set, and what it does to an object
/// that is set when it is entered. Computed on demand, callees first; a call
/// that closes a cycle of the call graph is treated as unknown.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_SUMMARY_H
#define SEMTIDY_ENGINE_SUMMARY_H

#include "PropertySimulation.h"
#include <deque>

namespace semtidy {

/// What a function does to one object in one state.
struct EntrySummary {
  std::vector<Outcome> Outcomes;
  bool MayClear = false; ///< on some path the object is cleared or unknown
  bool Unknown = false;  ///< nothing can be said
  /// The object was set once more, or cleared, in a round of a loop.
  bool Counted = false, ClearedInLoop = false;
};

class FunctionSummary {
public:
  FunctionSummary(UnitContext &Unit, std::unique_ptr<FunctionEvents> Events)
      : Unit(Unit), Events(std::move(Events)), States(Unit.Terms),
        Simulation(Unit, *this->Events, States) {}

  const FunctionEvents &events() const { return *Events; }

  /// What the function does to values at a call; null if it never returns.
  /// \p InDetail: as far as the caller's knowledge tells which way is taken.
  const Outcome *plain(const CallContext &Call, const PathState &Before,
                       bool InDetail);
  /// The objects that the function leaves set (or, for permits, created), as
  /// far as a caller can see them.
  const std::vector<Outcome> &setOutcomes();
  /// What happens to an object that enters in state \p P, in callee terms, and
  /// that \p Aliases hold, too.
  const EntrySummary &entered(const PropertyState &P,
                              llvm::ArrayRef<Term> Aliases);
  /// How the function, or what it calls, can touch an object of its caller.
  enum Touching : unsigned {
    CallsApi = 1, ///< calls of functions that set, clear or close something
    CallsUnseen = 2, ///< unseen functions, or ends and overwrites of memory
  };
  unsigned touching();
  /// What the function does to values, way by way; empty if it never returns.
  llvm::ArrayRef<Outcome> ways();
  /// The same for exceptions that leave the function.
  llvm::ArrayRef<Outcome> throws() {
    valueFlow();
    return Thrown;
  }
  /// The objects that the function clears without having set them.
  const std::vector<ClearedObject> &clears();

  /// An object followed from its origin. What reached the blocks is kept for
  /// the exit, and for loops if there are hits: the witness search asks for it.
  struct OriginRun {
    Origin From;
    PropertySimulation::Fixpoint Result;
  };
  /// All origins of the function, in source order of the graph.
  const std::deque<OriginRun> &originRuns();
  const PropertySimulation::Fixpoint &valueFlow();

  PropertySimulation &simulation() { return Simulation; }
  bool limitReached() const { return LimitReached; }
  bool inProgress() const { return InProgress; }

private:
  void forEachWayOut(const PropertySimulation::Fixpoint &F,
                     llvm::function_ref<void(Outcome)> Visit) const;
  void addOutcome(Outcome O, std::vector<Outcome> &Found);
  bool visible(const Disjunct &AtExit) const;
  bool entryVisible(Term T) const;
  void trim(PropertySimulation::Fixpoint &F) const;

  UnitContext &Unit;
  std::unique_ptr<FunctionEvents> Events;
  PathStates States;
  PropertySimulation Simulation;

  bool InProgress = false, LimitReached = false;
  std::optional<PropertySimulation::Fixpoint> Values;
  std::optional<Outcome> Plain;
  std::vector<Outcome> PlainParts; ///< of which Plain is the join
  std::vector<Outcome> Thrown;
  std::optional<unsigned> Touches;
  std::optional<std::deque<OriginRun>> Runs;
  std::optional<std::vector<Outcome>> Sets;
  std::vector<ClearedObject> Clears;

  struct EntryKey {
    unsigned Object;
    int Depth;
    bool Audit;
    ObjectKind Kind;
    const Family *TheFamily;
    std::vector<unsigned> Aliases;
    bool operator<(const EntryKey &O) const {
      return std::tie(Object, Depth, Audit, Kind, TheFamily, Aliases) <
             std::tie(O.Object, O.Depth, O.Audit, O.Kind, O.TheFamily,
                      O.Aliases);
    }
  };
  std::map<EntryKey, std::unique_ptr<EntrySummary>> Entries;
};

/// All summaries of a translation unit.
class SummaryStore {
public:
  explicit SummaryStore(UnitContext &Unit) : Unit(Unit) {}

  /// The summary of \p F with its value flow computed; null if \p F has no
  /// usable body, is being analysed right now, or calls nest too deep.
  FunctionSummary *get(const clang::FunctionDecl *F);

private:
  UnitContext &Unit;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<FunctionSummary>>
      Summaries;
};

/// \p Inner, which happened in a call of \p Callee at \p Loc.
Trail callTrail(clang::SourceLocation Loc, const clang::FunctionDecl *Callee,
                const Trail &Inner);

} // namespace semtidy

#endif // SEMTIDY_ENGINE_SUMMARY_H
