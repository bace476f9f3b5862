//===--- ThrowScopes.cpp - What an exception leaves -----------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "ThrowScopes.h"
#include "Declarations.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallPtrSet.h"

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

/// Whether more than a scope's variables would have to be ended where \p Var is
/// left.
static bool isHardToEnd(const VarDecl *Var) {
  QualType T = Var->getType();
  if (T->isArrayType()) {
    const CXXRecordDecl *Record =
        T->getBaseElementTypeUnsafe()->getAsCXXRecordDecl();
    return Record && Record->hasDefinition() &&
           !Record->hasTrivialDestructor();
  }
  // A temporary that lives as long as a reference.
  if (!T->isReferenceType() || !Var->getInit())
    return false;
  const auto *Temporary = dyn_cast<MaterializeTemporaryExpr>(
      Var->getInit()->IgnoreParens()->IgnoreImplicit());
  if (!Temporary)
    if (const auto *Full = dyn_cast<FullExpr>(Var->getInit()))
      Temporary = dyn_cast<MaterializeTemporaryExpr>(Full->getSubExpr());
  if (!Temporary)
    return false;
  const CXXRecordDecl *Record = Temporary->getType()->getAsCXXRecordDecl();
  return Record && Record->hasDefinition() && !Record->hasTrivialDestructor();
}

void ThrowScopes::record(const Expr *E, QualType Thrown, bool IsCall) {
  Exit New;
  New.Thrown = Thrown.isNull() ? Thrown : plain(Thrown);
  New.Leaves = true;
  size_t Kept = 0;
  for (const Try &T : llvm::reverse(Tries)) {
    for (unsigned I = 0; !New.Handler && I < T.Statement->getNumHandlers(); ++I)
      if (takes(T.Statement->getHandler(I), Thrown))
        New.Handler = T.Statement->getHandler(I);
    // Of an exception of unknown type it is not known how far it gets.
    if (New.Handler || Thrown.isNull()) {
      Kept = T.Variables;
      New.Leaves = false;
      break;
    }
  }
  New.Variables.assign(InScope.begin() + Kept, InScope.end());
  if (llvm::any_of(New.Variables, isHardToEnd))
    return;
  if (New.Leaves && !llvm::is_contained(Leaving, New.Thrown))
    Leaving.push_back(New.Thrown);
  if (IsCall && New.Handler &&
      !llvm::is_contained(HandlersOfCalls, New.Handler))
    HandlersOfCalls.push_back(New.Handler);
  Exits[E].push_back(std::move(New));
}

void ThrowScopes::recordThrow(const CXXThrowExpr *E) {
  QualType Thrown;
  if (const Expr *Operand = E->getSubExpr())
    Thrown = Operand->getType();
  else if (!Handlers.empty() && Handlers.back())
    // Thrown again: of the handler's type, or of one derived from it, which the
    // handlers of bases take, too.
    Thrown = Handlers.back()->getCaughtType();
  record(E, Thrown, /*IsCall=*/false);
}

/// The function that \p E, a call or a construction, calls; null if not known.
static const FunctionDecl *calleeOf(const Expr *E) {
  if (const auto *Construct = dyn_cast<CXXConstructExpr>(E))
    return Construct->getConstructor();
  return knownCallee(cast<CallExpr>(E));
}

/// Whether a full expression makes a temporary that may be a guard, or own one.
static bool holdsTemporary(const Stmt *S) {
  llvm::SmallVector<const Stmt *, 16> Work = {S};
  while (!Work.empty()) {
    const Stmt *Each = Work.pop_back_val();
    if (!Each || isa<LambdaExpr, BlockExpr>(Each))
      continue;
    if (const auto *Bind = dyn_cast<CXXBindTemporaryExpr>(Each)) {
      const CXXRecordDecl *Class = Bind->getType()->getAsCXXRecordDecl();
      if (!Class || !Class->isInStdNamespace() || !Class->getIdentifier() ||
          (Class->getName() != "basic_string" &&
           Class->getName() != "allocator"))
        return true;
    }
    Work.append(Each->child_begin(), Each->child_end());
  }
  return false;
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
  const bool Outside = MayHoldTemporary;
  if (Types && isa<ExprWithCleanups>(S))
    MayHoldTemporary |= holdsTemporary(S);
  for (const Stmt *Child : S->children())
    walk(Child);
  MayHoldTemporary = Outside;
  if (const auto *E = dyn_cast<CXXThrowExpr>(S))
    recordThrow(E);
  else if (const auto *E = dyn_cast<Expr>(S);
           E && Types && !MayHoldTemporary && isa<CallExpr, CXXConstructExpr>(E))
    if (const FunctionDecl *Callee = calleeOf(E))
      for (QualType T : Types->leaving(Callee))
        record(E, T, /*IsCall=*/true);
  if (isa<CompoundStmt, IfStmt, SwitchStmt, ForStmt, WhileStmt, DoStmt,
          CXXForRangeStmt>(S))
    InScope.resize(Before);
}

bool ThrownTypes::canThrow(const FunctionDecl *F) {
  const auto *Type = F->getType()->getAs<FunctionProtoType>();
  return Type && !isUnresolvedExceptionSpec(Type->getExceptionSpecType()) &&
         Type->canThrow() != CT_Cannot;
}

bool ThrownTypes::canLeave(const FunctionDecl *Definition) {
  // A coroutine's exceptions go to its promise.
  if (isa<CXXDestructorDecl>(Definition) ||
      isa_and_nonnull<CoroutineBodyStmt>(Definition->getBody()))
    return false;
  if (!canThrow(Definition))
    return false;
  // The bases and members that are there already end, too.
  const auto *Constructor = dyn_cast<CXXConstructorDecl>(Definition);
  return !Constructor || (!Constructor->isDelegatingConstructor() &&
                          Constructor->getParent()->hasTrivialDestructor());
}

ThrownTypes::ThrownTypes(const ASTContext &Ctx)
    : Ctx(Ctx), Calls([this](const FunctionDecl *F) { return calleesOf(F); }) {}

/// The definition of \p F if its exceptions are followed; null if not.
const FunctionDecl *ThrownTypes::followed(const FunctionDecl *F) const {
  const FunctionDecl *Definition = nullptr;
  if (!Ctx.getLangOpts().CXXExceptions || !F->hasBody(Definition) ||
      Definition->isInvalidDecl() || Definition->isDependentContext() ||
      isInSystemHeader(Definition) || !canLeave(Definition))
    return nullptr;
  return Definition;
}

/// The functions whose exceptions those of \p Definition depend on.
llvm::SmallVector<const FunctionDecl *, 8>
ThrownTypes::calleesOf(const FunctionDecl *Definition) const {
  llvm::SmallVector<const FunctionDecl *, 8> Found;
  if (isInSystemHeader(Definition))
    return Found;
  llvm::SmallPtrSet<const FunctionDecl *, 8> Seen;
  llvm::SmallVector<const Stmt *, 32> Work = {Definition->getBody()};
  while (!Work.empty()) {
    const Stmt *S = Work.pop_back_val();
    if (!S || isa<LambdaExpr, BlockExpr>(S))
      continue;
    if (isa<CallExpr, CXXConstructExpr>(S))
      if (const FunctionDecl *Callee = calleeOf(cast<Expr>(S)))
        if (const FunctionDecl *F = followed(Callee);
            F && Seen.insert(F).second)
          Found.push_back(F);
    Work.append(S->child_begin(), S->child_end());
  }
  return Found;
}

std::unique_ptr<ThrowScopes>
ThrownTypes::build(const FunctionDecl *Definition) {
  // A function of the library may call back into the program; how is not known.
  return std::make_unique<ThrowScopes>(
      Definition->getBody(), isInSystemHeader(Definition) ? nullptr : this);
}

const ThrowScopes *ThrownTypes::scopesOf(const FunctionDecl *Definition) {
  if (!Ctx.getLangOpts().CXXExceptions)
    return nullptr;
  Calls.explore(Definition, [&](llvm::ArrayRef<const FunctionDecl *> Members,
                                bool IsCycle) {
    if (!IsCycle) {
      Scopes[Members.front()] = build(Members.front());
      return;
    }
    // In a cycle nothing is thrown, until something is: a least fixpoint.
    for (const FunctionDecl *F : Members)
      Scopes[F] = std::make_unique<ThrowScopes>(nullptr, nullptr);
    for (bool Grows = true; Grows;) {
      Grows = false;
      for (const FunctionDecl *F : Members) {
        std::unique_ptr<ThrowScopes> New = build(F);
        Grows |= New->leaving().size() > Scopes[F]->leaving().size();
        Scopes[F] = std::move(New);
      }
    }
  });
  return Scopes[Definition].get();
}

llvm::ArrayRef<QualType> ThrownTypes::leaving(const FunctionDecl *F) {
  const FunctionDecl *Definition = followed(F);
  auto It = Definition ? Scopes.find(Definition) : Scopes.end();
  return It == Scopes.end() ? llvm::ArrayRef<QualType>()
                            : It->second->leaving();
}
