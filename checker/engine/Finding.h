//===--- Finding.h - What the engine reports --------------------*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// A finding: a close of an object that is set, with the places that explain
/// it in execution order. Plain data; the words are report/'s.
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_FINDING_H
#define SEMTIDY_ENGINE_FINDING_H

#include "PropertyState.h"

namespace semtidy {

struct Finding {
  CloseKind Kind = CloseKind::Call;
  /// Where to report: the closing call, in the function that holds the path.
  clang::SourceLocation Loc;
  /// The family of the object.
  const Family *TheFamily = nullptr;
  ObjectKind ObjectsKind = ObjectKind::OwnerLock;
  /// Set on every path that reaches the close.
  bool Definite = false;
  /// The object as the source spells it.
  std::string ObjectName;
  std::optional<Creation> Created;
  /// Set, branches, calls; in execution order.
  std::vector<WitnessStep> Steps;
  /// Calls that lead from Loc to the close inside a callee.
  std::vector<WitnessStep> InnerSteps;
  const clang::FunctionDecl *Function = nullptr;
  /// A guard that outlives the object: its destructor clears it.
  std::string Guard;

  /// How much the finding weighs: as the object's creator says, or its family.
  Strength strength() const {
    if (Created && Created->By && Created->By->TheEffect->Level)
      return *Created->By->TheEffect->Level;
    return TheFamily->Level;
  }
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_FINDING_H
