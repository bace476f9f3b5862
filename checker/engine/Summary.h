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
/// that is set when it is entered. Computed on demand, callees first; those of
/// functions that call each other in a cycle are a fixpoint.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_SUMMARY_H
#define SEMTIDY_ENGINE_SUMMARY_H

#include "CallCycle.h"
#include "CallGraph.h"
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
  /// Both happened, and not in the rounds of one loop; the one before the other.
  bool BothInLoops = false;
  /// The same, in any order: what counts if the function is called in a loop.
  bool TwoLoops = false;

  bool operator==(const EntrySummary &O) const {
    return Outcomes == O.Outcomes && MayClear == O.MayClear &&
           Unknown == O.Unknown && Counted == O.Counted &&
           ClearedInLoop == O.ClearedInLoop && BothInLoops == O.BothInLoops &&
           TwoLoops == O.TwoLoops;
  }
};

class FunctionSummary {
public:
  FunctionSummary(UnitContext &Unit, std::unique_ptr<FunctionEvents> Events)
      : Unit(Unit), Events(std::move(Events)), States(Unit.Terms),
        Simulation(Unit, *this->Events, States) {}

  const FunctionEvents &events() const { return *Events; }
  /// The function is the one with number \p Place of \p Cycle.
  void setCycle(CallCycle *Cycle, unsigned Place) {
    Events->Cycle = Cycle;
    Events->PlaceInCycle = Place;
  }

  /// What the function does to values at a call; null if it never returns.
  /// \p InDetail: as far as the caller's knowledge tells which way is taken; so it
  /// is, too, where that costs little.
  const Outcome *plain(const CallContext &Call, const PathState &Before,
                       bool InDetail);
  /// The objects that the function leaves set (or, for permits, created), as
  /// far as a caller can see them.
  const std::vector<Outcome> &setOutcomes();
  /// What happens to an object that enters in state \p P, in callee terms, and
  /// that \p Aliases hold, too. \p Others are names of other objects.
  const EntrySummary &entered(const PropertyState &P,
                              llvm::ArrayRef<Term> Aliases,
                              llvm::ArrayRef<Term> Others);
  /// How the function, or what it calls, can touch an object of its caller.
  enum Touching : unsigned {
    CallsApi = 1, ///< calls of functions that set, clear or close something
    CallsUnseen = 2, ///< unseen functions, or ends and overwrites of memory
  };
  unsigned touching();
  /// What the function does to values, way by way; empty if it never returns.
  llvm::ArrayRef<Outcome> ways();
  /// Whether the function only answers a question about values: its result is a
  /// number, and it changes nothing that a caller sees.
  bool isQuestion();
  /// The same for exceptions that leave the function.
  llvm::ArrayRef<Outcome> throws() {
    valueFlow();
    return Values->Thrown;
  }
  /// The objects that the function clears without having set them.
  const std::vector<ClearedObject> &clears();
  /// The same, with those that it set.
  const std::vector<ClearedObject> &allClears();

  /// An object followed from its origin. What reached the blocks is kept for
  /// the exit, and for loops if there are hits: the witness search asks for it.
  struct OriginRun {
    Origin From;
    PropertySimulation::Fixpoint Result;
  };
  /// All origins of the function, in source order of the graph.
  const std::deque<OriginRun> &originRuns();
  const PropertySimulation::Fixpoint &valueFlow();
  /// An object that enters in state \p P, and that \p Aliases hold, too;
  /// \p Others are names of other objects.
  BlockPosition entryWith(const PropertyState &P, llvm::ArrayRef<Term> Aliases,
                          llvm::ArrayRef<Term> Others);

  PropertySimulation &simulation() { return Simulation; }
  bool limitReached() const { return LimitReached; }
  bool inProgress() const { return InProgress && !inCycle(); }
  bool hasValueFlow() const { return Values.has_value(); }
  /// Whether nothing more can be computed here. In a cycle it waits for its
  /// turn.
  bool isTooDeep() const {
    return Unit.Nesting >= Unit.Limits.MaxCallDepth &&
           !(inCycle() && Events->Cycle->isOpen());
  }

private:
  /// What the function does to values.
  struct ValueSummary {
    PropertySimulation::Fixpoint Flow;
    std::optional<Outcome> Plain;
    std::vector<Outcome> PlainParts; ///< of which Plain is the join
    /// The joins of some of them, by the bits of their numbers.
    std::map<uint64_t, Outcome> SomeParts;
    std::vector<Outcome> Thrown;
    std::optional<bool> IsQuestion; ///< not computed yet: none
  };
  /// The objects that are set or cleared in the function.
  struct ObjectSummary {
    std::deque<OriginRun> Runs;
    std::vector<ClearedObject> Clears, AllClears;
  };
  struct Entry {
    EntrySummary Summary;
    /// In a cycle of calls.
    std::unique_ptr<CycleQuery> Query;
    bool IsValid = false;
  };
  /// Whether the results are part of a fixpoint.
  bool inCycle() const { return Events->Cycle && !Events->Cycle->isGivenUp(); }
  std::unique_ptr<CycleQuery> query(std::function<bool()> Evaluate,
                                    std::function<void()> Forget);
  ValueSummary computeValues();
  ObjectSummary computeObjects();
  std::vector<Outcome> computeSets();
  EntrySummary computeEntry(const PropertyState &P,
                            llvm::ArrayRef<Term> Aliases,
                            llvm::ArrayRef<Term> Others);
  unsigned ownTouching();
  void forEachWayOut(const PropertySimulation::Fixpoint &F,
                     llvm::function_ref<void(Outcome)> Visit) const;
  void addOutcome(Outcome O, std::vector<Outcome> &Found);
  void joinInto(Outcome &O, const Outcome &Other);
  bool visible(const Disjunct &AtExit) const;
  bool entryVisible(Term T) const;
  void trim(PropertySimulation::Fixpoint &F) const;

  UnitContext &Unit;
  std::unique_ptr<FunctionEvents> Events;
  PathStates States;
  PropertySimulation Simulation;

  bool InProgress = false, LimitReached = false;
  std::optional<ValueSummary> Values;
  std::optional<unsigned> Touches;
  std::optional<ObjectSummary> Objects;
  std::optional<std::vector<Outcome>> Sets;
  std::unique_ptr<CycleQuery> ValuesQuery, ObjectsQuery;

  struct EntryKey {
    unsigned Object;
    int Depth;
    bool Audit;
    ObjectKind Kind;
    const Family *TheFamily;
    std::vector<unsigned> Aliases, Others;
    bool operator<(const EntryKey &O) const {
      return std::tie(Object, Depth, Audit, Kind, TheFamily, Aliases, Others) <
             std::tie(O.Object, O.Depth, O.Audit, O.Kind, O.TheFamily,
                      O.Aliases, O.Others);
    }
  };
  std::map<EntryKey, std::unique_ptr<Entry>> Entries;
};

/// All summaries of a translation unit.
class SummaryStore {
public:
  explicit SummaryStore(UnitContext &Unit);

  /// The summary of \p F with its value flow computed, for a call by \p Caller;
  /// null if \p F has no usable body, is being analysed right now, or calls
  /// nest too deep.
  FunctionSummary *get(const clang::FunctionDecl *F,
                       const FunctionEvents *Caller = nullptr);

  /// What is there of \p Definition already; null if nothing is.
  FunctionSummary *find(const clang::FunctionDecl *Definition) {
    auto It = Summaries.find(Definition);
    return It == Summaries.end() ? nullptr : It->second.get();
  }

private:
  FunctionSummary *make(const clang::FunctionDecl *Definition);
  llvm::SmallVector<const clang::FunctionDecl *, 8>
  calleesOf(const clang::FunctionDecl *Definition);
  void addCycle(llvm::ArrayRef<const clang::FunctionDecl *> Members);

  UnitContext &Unit;
  CallGraph Calls;
  std::vector<std::unique_ptr<CallCycle>> Cycles;
  llvm::DenseMap<const clang::FunctionDecl *, std::unique_ptr<FunctionSummary>>
      Summaries;
};

/// \p Inner, which happened in a call of \p Callee at \p Loc.
Trail callTrail(clang::SourceLocation Loc, const clang::FunctionDecl *Callee,
                const Trail &Inner);

} // namespace semtidy

#endif // SEMTIDY_ENGINE_SUMMARY_H
