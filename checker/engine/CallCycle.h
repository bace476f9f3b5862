//===--- CallCycle.h - Results that depend on each other --------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The least fixpoint of the results of functions that call each other in a
/// cycle. Each result starts as "there is no outcome": a call of such a
/// function does not come back. It is computed anew when one changes that it
/// was computed from, until none changes.
///
/// Invariant: whoever is outside of the cycle gets final results only. If no
/// fixpoint is reached within the bounds, all that is not final is forgotten,
/// and from then on a call of a function whose results are being computed is one
/// of an unknown function.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_CALLCYCLE_H
#define SEMTIDY_ENGINE_CALLCYCLE_H

#include "UnitContext.h"

namespace semtidy {

/// One result: of a function, for one question.
class CycleQuery {
public:
  /// \p Evaluate computes the result from the present ones, and tells whether
  /// it changed. \p Forget is called when there is no fixpoint.
  CycleQuery(std::function<bool()> Evaluate, std::function<void()> Forget)
      : Evaluate(std::move(Evaluate)), Forget(std::move(Forget)) {}

  bool isFinal() const { return State == Final; }

private:
  friend class CallCycle;
  std::function<bool()> Evaluate;
  std::function<void()> Forget;
  enum { New, Open, Final } State = New;
  /// Something changed that the result was computed from.
  bool Stale = true;
  unsigned Rounds = 0;
  /// What was computed from this.
  llvm::SmallVector<CycleQuery *, 4> Readers;
};

class FunctionSummary;

class CallCycle {
public:
  CallCycle(UnitContext &Unit, const clang::FunctionDecl *Head,
            llvm::ArrayRef<FunctionSummary *> Members)
      : Unit(Unit), Head(Head), Members(Members.begin(), Members.end()) {}

  llvm::ArrayRef<FunctionSummary *> members() const { return Members; }

  /// Makes the result of \p Q available: a final one, unless the question comes
  /// up while a result of this cycle is computed.
  void demand(CycleQuery &Q);

  /// Results are being computed: they may change yet.
  bool isOpen() const { return !Evaluating.empty(); }
  /// There is no fixpoint.
  bool isGivenUp() const { return GivenUp; }
  void giveUp();
  /// Makes it so: what was found is of no use.
  void abandon() { Abandoned = true; }
  /// Values that changed from round to round become unknown.
  bool isWidening() const {
    return isOpen() && Evaluating.back()->Rounds > RoundsUntilWidening;
  }

private:
  static constexpr unsigned RoundsUntilWidening = 4;
  /// Results that are computed together.
  static constexpr unsigned MaxOpen = 1024;

  void evaluate(CycleQuery &Q);
  void settle();

  UnitContext &Unit;
  const clang::FunctionDecl *Head; ///< for messages
  llvm::SmallVector<FunctionSummary *, 4> Members;
  bool GivenUp = false, Abandoned = false;
  /// Not final, in the order in which they are computed again.
  std::vector<CycleQuery *> NotFinal;
  llvm::SmallVector<CycleQuery *, 16> Evaluating; ///< innermost last
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_CALLCYCLE_H
