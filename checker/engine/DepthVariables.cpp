//===--- DepthVariables.cpp - What counts begun and not ended -------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DepthVariables.h"
#include "clang/AST/ASTContext.h"
#include "clang/Basic/SourceManager.h"

using namespace semtidy;
using namespace clang;

/// The variable of \p Ref, if no other unit can name it and every use of it
/// is looked at: in an editor, a header's functions are not.
static const VarDecl *privateInteger(const DeclRefExpr *Ref) {
  const auto *Var = Ref ? dyn_cast<VarDecl>(Ref->getDecl()) : nullptr;
  if (!Var || !Var->hasGlobalStorage() || Var->isExternallyVisible() ||
      !Var->getType()->isIntegerType() || Var->getType()->isBooleanType() ||
      !Var->getASTContext().getSourceManager().isInMainFile(Var->getLocation()))
    return nullptr;
  return Var->getCanonicalDecl();
}

void DepthVariables::scan(const Stmt *S) {
  if (const auto *Step = dyn_cast<UnaryOperator>(S);
      Step && Step->isIncrementDecrementOp()) {
    const auto *Ref = dyn_cast<DeclRefExpr>(Step->getSubExpr()->IgnoreParens());
    if (const VarDecl *Var = privateInteger(Ref)) {
      Known.insert(Ref);
      (Step->isIncrementOp() ? Variables[Var].Up : Variables[Var].Down) = true;
    }
  } else if (const auto *Cast = dyn_cast<ImplicitCastExpr>(S);
             Cast && Cast->getCastKind() == CK_LValueToRValue) {
    if (const auto *Ref =
            dyn_cast<DeclRefExpr>(Cast->getSubExpr()->IgnoreParens()))
      Known.insert(Ref);
  } else if (const auto *Ref = dyn_cast<DeclRefExpr>(S);
             Ref && !Known.contains(Ref)) {
    if (const VarDecl *Var = privateInteger(Ref))
      Variables[Var].Other = true;
  }
}

void DepthVariables::note(TermContext &Terms) const {
  for (const auto &[Var, Found] : Variables) {
    if (!Found.Up || !Found.Down || Found.Other)
      continue;
    const Expr *Init = Var->getAnyInitializer();
    Expr::EvalResult R;
    if (!Init || (!Init->isValueDependent() &&
                  Init->EvaluateAsInt(R, Var->getASTContext()) &&
                  !R.Val.getInt().isNegative()))
      Terms.noteDepth(Var);
  }
}
