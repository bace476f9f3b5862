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

/// The variable or field that \p E reads, writes or counts.
static const ValueDecl *integerOf(const Expr *E) {
  E = E->IgnoreParenImpCasts();
  if (const auto *Step = dyn_cast<UnaryOperator>(E);
      Step && Step->isIncrementDecrementOp())
    E = Step->getSubExpr()->IgnoreParens();
  const ValueDecl *D = nullptr;
  if (const auto *Member = dyn_cast<MemberExpr>(E))
    D = dyn_cast<FieldDecl>(Member->getMemberDecl());
  else if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
    if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl());
        Var && Var->hasGlobalStorage())
      D = Var;
  return D && D->getType()->isIntegerType()
             ? cast<ValueDecl>(D->getCanonicalDecl())
             : nullptr;
}

void DepthVariables::scanCount(const Stmt *S) {
  if (const auto *Unary = dyn_cast<UnaryOperator>(S)) {
    const ValueDecl *D = integerOf(Unary->getSubExpr());
    if (D && Unary->isIncrementDecrementOp())
      (Unary->isIncrementOp() ? Counts[D].Up : Counts[D].Down) = true;
    else if (D && Unary->getOpcode() == UO_AddrOf)
      Counts[D].Other = true;
  } else if (const auto *Binary = dyn_cast<BinaryOperator>(S);
             Binary && (Binary->isComparisonOp() || Binary->isAssignmentOp())) {
    for (auto [E, Other] : {std::pair(Binary->getLHS(), Binary->getRHS()),
                            std::pair(Binary->getRHS(), Binary->getLHS())}) {
      if (Binary->isAssignmentOp() && E == Binary->getRHS())
        break;
      Expr::EvalResult R;
      const ValueDecl *D = integerOf(E);
      if (D && (Binary->isCompoundAssignmentOp() || Other->isValueDependent() ||
                !Other->EvaluateAsInt(R, D->getASTContext()) ||
                !R.Val.getInt().isZero()))
        Counts[D].Other = true;
    }
  }
}

void DepthVariables::scan(const Stmt *S) {
  scanCount(S);
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
  for (const auto &[D, Found] : Counts)
    if (Found.Up && Found.Down && !Found.Other)
      Terms.noteNestingCount(D);
}
