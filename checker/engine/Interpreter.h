//===--- Interpreter.h - Meaning of events on path states -------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Executes events on a path state: values, memory, and what calls do to both.
/// Knows nothing of property states; ObjectTracker adds those.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_INTERPRETER_H
#define SEMTIDY_ENGINE_INTERPRETER_H

#include "UnitContext.h"

namespace semtidy {

using RegisterFile = llvm::SmallVector<Term, 32>;

/// The values that take part in a call.
struct CallValues {
  llvm::SmallVector<Term, 4> Args;
  Term This;
  Term Result;
  EventUid Uid = 0;
  /// Objects that attributes name by expressions.
  llvm::SmallVector<Term, 1> Named;
  /// The pointers that were read to find them, by address.
  llvm::SmallVector<std::pair<Term, Term>, 1> Cells;
};

class Interpreter {
public:
  Interpreter(UnitContext &Unit, const FunctionEvents &Events)
      : Unit(Unit), Terms(Unit.Terms), Events(Events) {}

  /// Remembers that the result of a modelled call is compared with a constant.
  void noteComparison(Term A, Term B);

  /// Remembers that the result of a modelled call is looked at.
  void noteTest(Term Result);
  void noteQuestions(const CallValues &V, const PathState &Path);

  /// Executes an event that is not a call.
  void execute(unsigned Block, unsigned Index, PathState &Path,
               RegisterFile &Registers);

  /// Reads a call's arguments; what the event made in an earlier round of a
  /// loop is forgotten.
  CallValues beginCall(unsigned Block, unsigned Index, PathState &Path,
                       RegisterFile &Registers);

  /// Applies what the model says a call does to memory: the result, handles
  /// written, objects created. Property states are not touched.
  void applyModel(const CallSite &Site, const Event &E, CallValues &Values,
                  PathState &Path);

  /// Applies a call of which nothing is known, but what attributes say.
  void applyUnknown(const CallSite &Site, CallValues &Values, PathState &Path);

  /// The object that an effect works on; none if it is not there.
  Term objectOf(const BoundEffect &B, const CallValues &Values,
                const PathState &Path) const;
  /// The value at a place after the call.
  Term valueAt(const Place &P, const CallValues &Values,
               const PathState &Path) const;
  /// The set of values for which \p T holds, comparisons without masks only.
  /// With \p OnlyExpected, rare codes count only if the program looks for them.
  ValueSet satisfying(const Test &T, const CallValues &Values,
                      bool OnlyExpected) const;
  /// Whether \p T is known to hold (true) or not to hold (false).
  std::optional<bool> decide(const Test &T, const CallValues &Values,
                             const PathState &Path) const;
  /// Whether an effect's guards on constant arguments hold.
  bool matches(const BoundEffect &B, const CallValues &Values,
               const PathState &Path) const;
  /// Restricts the path to the test's subject (not) satisfying it.
  [[nodiscard]] bool assume(const Test &T, bool Holds,
                            const CallValues &Values, PathState &Path) const;

private:
  void readNames(const CallSite &Site, CallValues &V,
                 const PathState &Path) const;
  bool isObjectOf(const CallSite &Site, const CallValues &V,
                  const PathState &Path, Term T) const;
  void applyContract(const CallSite &Site, CallValues &V, PathState &Path);
  void writeArguments(const CallSite &Site, const CallValues &V,
                      PathState &Path) const;
  void applyToMemory(const CallSite &Site, const Event &E,
                     const BoundEffect &B, const CallValues &V,
                     PathState &Path);
  void exposeArguments(const CallSite &Site, const CallValues &V,
                       PathState &Path) const;
  void noteAnswers(const CallSite &Site, const BoundEffect &B,
                   const CallValues &V, const PathState &Path);
  void copyRecord(Term To, Term From, const clang::RecordDecl *Type,
                  EventUid Uid, PathState &Path);
  void publishIfStored(Term Address, Term Value, PathState &Path) const;
  bool isOfUnit(Term Address) const;
  Term constantAt(Term Address) const;

  UnitContext &Unit;
  TermContext &Terms;
  const FunctionEvents &Events;
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_INTERPRETER_H
