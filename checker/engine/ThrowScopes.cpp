//===--- ThrowScopes.cpp - What a throw leaves ----------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ThrowScopes.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"

using namespace semtidy;
using namespace clang;

static QualType plain(QualType T) {
  return T.getNonReferenceType().getCanonicalType().getUnqualifiedType();
}

static bool isBaseOrSame(QualType Base, QualType T) {
  if (Base == T)
    return true;
  const CXXRecordDecl *B = Base->getAsCXXRecordDecl(),
                      *D = T->getAsCXXRecordDecl();
  return B && D && B->hasDefinition() && D->hasDefinition() &&
         D->isDerivedFrom(B);
}

/// Whether \p Handler takes an exception that was thrown as \p Thrown. What is
/// thrown has exactly that type. A null \p Thrown is an unknown type.
static bool takes(const CXXCatchStmt *Handler, QualType Thrown) {
  QualType Caught = Handler->getCaughtType();
  if (Caught.isNull())
    return true;
  if (Thrown.isNull())
    return false;
  Caught = plain(Caught);
  Thrown = plain(Thrown);
  if (isBaseOrSame(Caught, Thrown))
    return true;
  if (!Caught->isPointerType())
    return false;
  if (Thrown->isNullPtrType())
    return true;
  return Thrown->isPointerType() &&
         (Caught->isVoidPointerType() ||
          isBaseOrSame(plain(Caught->getPointeeType()),
                       plain(Thrown->getPointeeType())));
}

void ThrowScopes::record(const CXXThrowExpr *E) {
  Exit New;
  QualType Thrown;
  if (const Expr *Operand = E->getSubExpr())
    Thrown = Operand->getType();
  else if (!Handlers.empty() && Handlers.back())
    // Thrown again: of the handler's type, or of one derived from it, which the
    // handlers of bases take, too.
    Thrown = Handlers.back()->getCaughtType();
  size_t Kept = 0;
  for (const Try &T : llvm::reverse(Tries)) {
    for (unsigned I = 0; !New.Handler && I < T.Statement->getNumHandlers(); ++I)
      if (takes(T.Statement->getHandler(I), Thrown))
        New.Handler = T.Statement->getHandler(I);
    // Of an exception of unknown type it is not known how far it gets.
    if (New.Handler || Thrown.isNull()) {
      Kept = T.Variables;
      break;
    }
  }
  New.Variables.assign(InScope.begin() + Kept, InScope.end());
  Exits[E] = std::move(New);
}

void ThrowScopes::walk(const Stmt *S) {
  // The body of a lambda is a function of its own.
  if (!S || isa<LambdaExpr, BlockExpr>(S))
    return;
  const size_t Before = InScope.size();
  if (const auto *T = dyn_cast<CXXTryStmt>(S)) {
    Tries.push_back({T, Before});
    walk(T->getTryBlock());
    Tries.pop_back();
    for (unsigned I = 0; I < T->getNumHandlers(); ++I) {
      Handlers.push_back(T->getHandler(I));
      walk(T->getHandler(I)->getHandlerBlock());
      Handlers.pop_back();
    }
    return;
  }
  if (const auto *D = dyn_cast<DeclStmt>(S)) {
    for (const Decl *Each : D->decls())
      if (const auto *Var = dyn_cast<VarDecl>(Each)) {
        walk(Var->getInit());
        if (Var->hasLocalStorage())
          InScope.push_back(Var);
      }
    return;
  }
  for (const Stmt *Child : S->children())
    walk(Child);
  if (const auto *E = dyn_cast<CXXThrowExpr>(S))
    record(E);
  if (isa<CompoundStmt, IfStmt, SwitchStmt, ForStmt, WhileStmt, DoStmt,
          CXXForRangeStmt>(S))
    InScope.resize(Before);
}
