//===--- DepthVariables.h - What counts begun and not ended -----*- C++ -*-===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
///
/// \file
/// Finds variables that count how often something was begun and not ended, as
/// the depth of a recursive lock:
///
///   static int Locked;
///   void enter(void) { lock(&M); ++Locked; }
///   void leave(void) { if (--Locked == 0 && Quitting) destroy(&M); ... }
///
/// Invariant: such a variable is not below 0 where a function of the unit is
/// entered. That follows if ends match beginnings, which the check assumes of
/// a variable that starts at 0 or above and is only counted, up and down by 1.
///
/// The same of variables and fields that other units may know, as the count of
/// a recursive lock that is made of a plain one and its owner. Nothing is known
/// of their values, but that who takes the lock finds the count at 0 (see
/// PropertySimulation::assumeOutermost).
///
//===----------------------------------------------------------------------===//

#ifndef SEMTIDY_ENGINE_DEPTHVARIABLES_H
#define SEMTIDY_ENGINE_DEPTHVARIABLES_H

#include "Term.h"
#include "clang/AST/Expr.h"
#include "llvm/ADT/MapVector.h"

namespace semtidy {

class DepthVariables {
public:
  /// Looks at one statement or expression of the unit, before its children.
  void scan(const clang::Stmt *S);

  /// Tells \p Terms what was found, once all of the unit was looked at.
  void note(TermContext &Terms) const;

private:
  void scanCount(const clang::Stmt *S);

  struct Uses {
    bool Up = false, Down = false, Other = false;
  };
  llvm::MapVector<const clang::VarDecl *, Uses> Variables;
  llvm::MapVector<const clang::ValueDecl *, Uses> Counts;
  /// References that count, or read.
  llvm::DenseSet<const clang::DeclRefExpr *> Known;
};

} // namespace semtidy

#endif // SEMTIDY_ENGINE_DEPTHVARIABLES_H
