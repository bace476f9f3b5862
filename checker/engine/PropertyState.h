//===--- PropertyState.h - The state of a tracked object --------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// The property that the engine simulates, for one object since one origin.
///
/// An origin is an event that sets an object: a successful acquire, a creation
/// with ownership, a callee that does either, or the caller, for a function's
/// parameters. From there the object is tracked until it is cleared, closed,
/// or nothing can be said of it any more. Only paths on which it is set are
/// followed, so the cost of an origin is the length of its critical section.
///
///                  set                 clear
///      (origin) --------> Set(depth) --------> not tracked any more
///                           |  ^ |
///         close: a finding  |  | | set again, by its owner: depth + 1
///                           v  +-+
///                         closed; if the close fails and the object stays
///                         open, what the program does about it is followed
///
/// Permits are tracked from their creation, with a depth that may be zero or
/// less: a permit returned before it was taken is not outstanding.
///
/// States with equal keys merge their path facts; states that differ stay
/// apart (property simulation).
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_PROPERTYSTATE_H
#define SEMTIDY_ENGINE_PROPERTYSTATE_H

#include "UnitContext.h"

namespace semtidy {

/// Why a place is worth a note.
enum class StepKind : uint8_t {
  Created, Set, BranchTrue, BranchFalse, BranchCase, Called, Closed
};

struct FollowedCall;

/// A place that explains a finding.
struct WitnessStep {
  StepKind Kind;
  clang::SourceLocation Loc;
  /// Called: the function. Set: whether it depended on success.
  const clang::FunctionDecl *Function = nullptr;
  bool Fallible = false;
  CreationId Created = 0;
  /// Called, in a witness search: what the call did.
  std::shared_ptr<const FollowedCall> Call = nullptr;
};

/// Steps shared by the states that passed them; newest first.
struct WitnessTrail {
  WitnessStep Step;
  std::shared_ptr<const WitnessTrail> Earlier;
};
using Trail = std::shared_ptr<const WitnessTrail>;

inline Trail extend(Trail Earlier, WitnessStep Step) {
  return std::make_shared<const WitnessTrail>(
      WitnessTrail{Step, std::move(Earlier)});
}

struct PropertyState {
  Term Object;                 ///< none: no object is tracked (value flow)
  const Family *TheFamily = nullptr;
  ObjectKind Kind = ObjectKind::OwnerLock;
  std::optional<bool> Recursive;
  int Depth = 0;
  /// Audits a close instead of looking for one: starts where the function
  /// starts, counts sets and clears, and hits closes of the object while it is
  /// *not* set. Tells "is" from "may"; what is unknown counts as not set.
  bool Audit = false;
  /// A caller set it, before the function began.
  bool Entered = false;
  /// A round of a loop left it set more often than it was.
  bool Rounds = false;
  /// The depth above which the present round of a loop has set it, if it has. A
  /// round that gives back what it took counts nothing.
  std::optional<int> RoundBase;
  /// The last block of that round that set it, in the order of blocks.
  unsigned SetInRound = 0;
  /// The close that failed and is being reacted to, plus one.
  unsigned FailedClose = 0;
  CreationId Created = 0;
  /// Not part of the key: how the object came to be set.
  Trail SetTrail;
  /// The expression that named the object where it was set.
  const clang::Expr *SetExpr = nullptr;

  bool isSet() const { return Depth > 0; }
  void endRound() {
    RoundBase.reset();
    SetInRound = 0;
  }
  bool sameKey(const PropertyState &O) const {
    return Object == O.Object && Depth == O.Depth && Audit == O.Audit &&
           Rounds == O.Rounds && RoundBase == O.RoundBase &&
           SetInRound == O.SetInRound &&
           FailedClose == O.FailedClose && TheFamily == O.TheFamily &&
           Kind == O.Kind;
  }
};

/// A property state with what is known on its paths.
struct Disjunct {
  PathState Path;
  PropertyState Property;
  /// In a loop, states with different parts stay apart. Even: the first round,
  /// for each set of facts with which the loop was entered; odd: later rounds
  /// of it. Zero where states are not kept apart.
  unsigned Part = 0;

  bool isFirstRound() const { return Part && Part % 2 == 0; }
  bool operator==(const Disjunct &O) const {
    return Property.sameKey(O.Property) && Part == O.Part && Path == O.Path;
  }
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_PROPERTYSTATE_H
