//===--- CreatorIndex.cpp - Who creates and clears what -------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "CreatorIndex.h"
#include "clang/AST/ExprCXX.h"

using namespace semtidy;
using namespace clang;

/// The global or field that \p E names, looking through casts, `&` and `[]`.
static const ValueDecl *namedDecl(const Expr *E) {
  while (E) {
    E = E->IgnoreParenCasts();
    if (const auto *U = dyn_cast<UnaryOperator>(E);
        U && U->getOpcode() == UO_AddrOf)
      E = U->getSubExpr();
    else if (const auto *S = dyn_cast<ArraySubscriptExpr>(E))
      E = S->getBase();
    else
      break;
  }
  if (const auto *Member = dyn_cast_or_null<MemberExpr>(E))
    return cast<ValueDecl>(Member->getMemberDecl()->getCanonicalDecl());
  if (const auto *Ref = dyn_cast_or_null<DeclRefExpr>(E))
    if (const auto *Var = dyn_cast<VarDecl>(Ref->getDecl()))
      return Var->getCanonicalDecl();
  return nullptr;
}

void CreatorIndex::created(const ValueDecl *D, const BoundEffect &B,
                           const CallExpr *Call) {
  const Effect &E = *B.TheEffect;
  auto Constant = [&](const Place &P) -> std::optional<int64_t> {
    if (P.Kind == Place::Literal)
      return P.Value;
    Expr::EvalResult R;
    if (P.Kind == Place::Arg && P.Index < Call->getNumArgs() &&
        Call->getArg(P.Index)->EvaluateAsInt(R, Unit.Ctx))
      return R.Val.getInt().isRepresentableByInt64()
                 ? std::optional<int64_t>(R.Val.getInt().getExtValue())
                 : std::nullopt;
    return std::nullopt;
  };
  for (const Test &T : E.Match) {
    std::optional<int64_t> V = Constant(T.Subject);
    if (!V || !T.holds(*V))
      return;
  }
  Creation C;
  C.By = &B;
  C.Loc = Call->getExprLoc();
  C.Kind = E.Kind.value_or(B.TheFamily->Kind);
  C.Recursive = E.Recursive ? E.Recursive : B.TheFamily->Recursive;
  C.Initial = E.Initial ? Constant(E.Initial) : std::nullopt;
  Creators[D].By.push_back(C);
}

void CreatorIndex::assigned(const ValueDecl *To, const Expr *From) {
  if (!To || !From)
    return;
  From = From->IgnoreParenCasts();
  if (From->isNullPointerConstant(Unit.Ctx, Expr::NPC_ValueDependentIsNotNull))
    return;
  if (const auto *Call = dyn_cast<CallExpr>(From))
    if (const FunctionDecl *Callee = Call->getDirectCallee())
      for (const BoundEffect &B : Unit.Models.effects(Callee))
        if ((B.TheEffect->TheRole == Role::Create ||
             B.TheEffect->TheRole == Role::Open) &&
            B.TheEffect->Object.Kind == Place::Return) {
          created(To, B, Call);
          return;
        }
  Creators[To].Unknown = true;
}

void CreatorIndex::scan(const Stmt *S, const FunctionDecl *F) {
  if (const auto *Assign = dyn_cast<BinaryOperator>(S)) {
    if (Assign->getOpcode() == BO_Assign && Assign->getType()->isScalarType())
      assigned(namedDecl(Assign->getLHS()), Assign->getRHS());
    return;
  }
  if (const auto *D = dyn_cast<DeclStmt>(S)) {
    for (const Decl *Each : D->decls())
      if (const auto *Var = dyn_cast<VarDecl>(Each);
          Var && Var->hasInit() && Var->getType()->isScalarType())
        assigned(Var->getCanonicalDecl(), Var->getInit());
    return;
  }
  const auto *Call = dyn_cast<CallExpr>(S);
  if (!Call)
    return;
  const FunctionDecl *Callee = Call->getDirectCallee();
  static const EffectList None;
  const EffectList &Effects = Callee ? Unit.Models.effects(Callee) : None;
  for (const BoundEffect &B : Effects) {
    const Effect &E = *B.TheEffect;
    if (B.Name && E.TheRole == Role::Clear)
      if (const ValueDecl *D = B.Name->decl())
        Clearers[cast<ValueDecl>(D->getCanonicalDecl())].insert(
            F->getCanonicalDecl());
    if ((E.Object.Kind != Place::Arg && E.Object.Kind != Place::Out) ||
        E.Object.Index >= Call->getNumArgs())
      continue;
    const ValueDecl *D = namedDecl(Call->getArg(E.Object.Index));
    if (!D)
      continue;
    if (E.TheRole == Role::Clear)
      Clearers[D].insert(F->getCanonicalDecl());
    else if (E.TheRole == Role::Create || E.TheRole == Role::Open)
      created(D, B, Call);
  }
  if (!Effects.empty() && llvm::none_of(Effects, [](const BoundEffect &B) {
        return B.TheEffect->IsContract;
      }))
    return;
  // `&handle` handed to anybody else: it may become anything.
  for (const Expr *Arg : Call->arguments()) {
    const auto *U = dyn_cast<UnaryOperator>(Arg->IgnoreParenCasts());
    if (U && U->getOpcode() == UO_AddrOf &&
        U->getSubExpr()->getType()->isScalarType())
      if (const ValueDecl *D = namedDecl(U->getSubExpr()))
        Creators[D].Unknown = true;
  }
}

const ValueDecl *CreatorIndex::declOf(Term Object,
                                      const TermContext &Terms) const {
  const TermNode *N = &Terms[Object];
  if (N->Kind == TermKind::Load)
    N = &Terms[N->A];
  while (N->Kind == TermKind::ElemAddr)
    N = &Terms[N->A];
  if (N->Kind != TermKind::FieldAddr && N->Kind != TermKind::VarAddr)
    return nullptr;
  const auto *D = dyn_cast<ValueDecl>(static_cast<const Decl *>(N->Ptr));
  return D && !isa<ParmVarDecl, FunctionDecl>(D)
             ? cast<ValueDecl>(D->getCanonicalDecl())
             : nullptr;
}

std::optional<Creation>
CreatorIndex::creationOf(Term Object, const TermContext &Terms) const {
  const ValueDecl *D = declOf(Object, Terms);
  auto It = D ? Creators.find(D) : Creators.end();
  if (It == Creators.end() || It->second.Unknown || It->second.By.empty())
    return std::nullopt;
  Creation C = It->second.By.front();
  for (const Creation &Other : It->second.By) {
    if (Other.Kind != C.Kind)
      return std::nullopt;
    if (Other.Initial != C.Initial)
      C.Initial = std::nullopt;
    if (Other.Recursive != C.Recursive)
      C.Recursive = std::nullopt;
  }
  C.Owned = false;
  return C;
}

bool CreatorIndex::clearedByReentry(Term Object, const TermContext &Terms,
                                    const FunctionDecl *F) const {
  const ValueDecl *D = declOf(Object, Terms);
  auto It = D ? Clearers.find(D) : Clearers.end();
  return It != Clearers.end() &&
         llvm::any_of(It->second, [&](const FunctionDecl *Other) {
           return Other != F->getCanonicalDecl() &&
                  (Other->isExternallyVisible() ||
                   AddressTaken.contains(Other));
         });
}

bool CreatorIndex::clearedElsewhere(Term Object, const TermContext &Terms,
                                    const FunctionDecl *F) const {
  const ValueDecl *D = declOf(Object, Terms);
  auto It = D ? Clearers.find(D) : Clearers.end();
  if (It == Clearers.end())
    return false;
  for (const FunctionDecl *Other : It->second)
    if (Other != F->getCanonicalDecl())
      return true;
  return false;
}
