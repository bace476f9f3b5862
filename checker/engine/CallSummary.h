//===--- CallSummary.h - What a call does, seen from outside ----*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Summaries of functions with a visible body, and their use at a call. A
/// summary is a list of outcomes in the callee's terms; applying one rewrites
/// them into the caller's: parameters become arguments, what an address held at
/// entry becomes what it holds at the call, new values become values of the
/// call. See T. Reps, S. Horwitz, M. Sagiv: "Precise Interprocedural Dataflow
/// Analysis via Graph Reachability", POPL 1995.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_CALLSUMMARY_H
#define SEMTIDY_ENGINE_CALLSUMMARY_H

#include "PropertyState.h"

namespace semtidy {

/// One way in which a function can end.
struct Outcome {
  enum KindTy : uint8_t {
    Returns, ///< control comes back, with the property state in State
    Closes,  ///< the object is closed while set, inside the callee
    Throws,  ///< an exception of type Thrown comes out, with the state in State
  } Kind = Returns;
  Disjunct State;
  /// The object was set once for each round of a loop.
  bool Counted = false;
  /// Closes: where and how.
  Trail CloseTrail = nullptr;
  const BoundEffect *CloseBy = nullptr;
  CloseKind HitKind = CloseKind::Call;
  EventUid CloseUid = 0;
  clang::QualType Thrown = {}; ///< null: not known

  /// Whether two ways differ in no more than what is known on their paths.
  bool endsLike(const Outcome &O) const {
    return Kind == O.Kind && Counted == O.Counted && CloseUid == O.CloseUid &&
           CloseBy == O.CloseBy && HitKind == O.HitKind && Thrown == O.Thrown &&
           State.Property.sameKey(O.State.Property);
  }
  /// How it came to it is no difference.
  bool operator==(const Outcome &O) const {
    return endsLike(O) && State.Path == O.State.Path;
  }
};

/// Where values stand when a call is made.
struct CallContext {
  const FunctionEvents *Callee;
  const CallSite *Site;
  llvm::ArrayRef<Term> Args; ///< values of the arguments
  Term This;
  EventUid Uid;
};

/// Rewrites the callee's terms into the caller's at one call.
class TermTranslator {
public:
  TermTranslator(TermContext &Terms, const CallContext &Call,
                 const PathState &Before)
      : Terms(Terms), Call(Call), Before(Before) {}

  /// The caller's term, or none if the caller cannot see it (the callee's
  /// locals). Values that only the callee knows get a name of their own.
  Term translate(Term T);

  /// Notes that the caller's \p Outer may say about objects what the callee's
  /// \p Inner said.
  void noteAnswers(Term Inner, Term Outer);

private:
  TermContext &Terms;
  const CallContext &Call;
  const PathState &Before;
  llvm::DenseMap<unsigned, Term> Done;
};

/// The callee's name of the caller's term \p T, or none if the callee cannot
/// reach it: \p T is an argument, is in or behind one, or is in a global.
Term translateIntoCallee(Term T, TermContext &Terms, const CallContext &Call,
                         const PathState &Before);

/// Other addresses that hold \p T, in the callee's terms: aliases of the object
/// that the callee may use. At most a few, in order.
llvm::SmallVector<Term, 4> aliasesInCallee(Term T, TermContext &Terms,
                                           const CallContext &Call,
                                           const PathState &Before);

/// Forgets what no caller of \p Callee can ask for in \p AtEnd, the state where
/// a call of it ends: its locals, values that it did not leave anywhere, and the
/// memory behind these.
void keepForCaller(Disjunct &AtEnd, const FunctionEvents &Callee);

/// Applies what \p O did to memory, facts and knowledge to \p Path.
/// \returns false if the outcome cannot happen here. \p Result is the value of
/// the call.
bool applyOutcome(const Outcome &O, const CallContext &Call, UnitContext &Unit,
                  PathState &Path, Term &Result, Term *Object);

/// The same at a call that closes a cycle of calls. What \p O says there is
/// part of what the caller says, and so on: only those names are taken over
/// that stay the same from round to round, and the rest is what an unknown call
/// leaves. With \p Widen, numbers are unknown, too. \p Object becomes none if
/// its name does not stay.
bool applyInCycle(const Outcome &O, const CallContext &Call, UnitContext &Unit,
                  bool Widen, PathState &Path, Term &Result, Term *Object);

/// Whether \p O can happen at this call, as far as its facts on what the caller
/// knows tell.
bool canHappen(const Outcome &O, const CallContext &Call, TermContext &Terms,
               const PathState &Before);

/// The value of \p Param at the callee's entry, or null.
Term entryValue(TermContext &Terms, const clang::ParmVarDecl *Param);

} // namespace semtidy

#endif // SEMTIDY_ENGINE_CALLSUMMARY_H
