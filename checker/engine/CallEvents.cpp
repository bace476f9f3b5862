//===--- CallEvents.cpp - Events of calls ---------------------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FunctionBuilder.h"
#include "clang/AST/Attr.h"
#include "clang/AST/DeclCXX.h"
#include "clang/Basic/Builtins.h"
#include "clang/Basic/SourceManager.h"

using namespace semtidy;
using namespace clang;

Passing FunctionBuilder::passing(QualType T) const {
  if (T.isNull())
    return Passing::Value;
  if (T->isFunctionPointerType() || T->isFunctionReferenceType())
    return Passing::Value;
  QualType Pointee = T->getPointeeType();
  if (Pointee.isNull())
    return T->isRecordType() ? Passing::Record : Passing::Value;
  return Pointee.isConstQualified() ? Passing::Const : Passing::Mutable;
}

/// The value in a transparent union, which is passed as if it were alone.
static const Expr *transparentValue(const Expr *E) {
  if (!E->getType()->isUnionType())
    return E;
  const Expr *Inner = E->IgnoreParenImpCasts();
  if (const auto *Literal = dyn_cast<CompoundLiteralExpr>(Inner))
    Inner = Literal->getInitializer();
  const auto *List = dyn_cast<InitListExpr>(Inner);
  return List && List->getNumInits() == 1 ? List->getInit(0) : E;
}

void FunctionBuilder::addArgument(CallSite &C, const Expr *E, QualType Param) {
  E = transparentValue(E);
  Register R = value(E);
  C.Args.push_back(R);
  C.ArgExprs.push_back(E);
  C.Passed.push_back(R == NoRegister ? Passing::Value
                                     : passing(Param.isNull() ? E->getType()
                                                              : Param));
}

Register FunctionBuilder::emitCall(CallSite C, const void *Origin,
                                   SourceLocation Loc) {
  if (C.Callee) {
    const EffectList &Effects = Models.effects(C.Callee);
    if (!Effects.empty())
      C.Effects = &Effects;
    C.IsSystem = C.Callee->getBuiltinID() != 0 || isInSystemHeader(C.Callee);
    C.IsPure = C.Callee->hasAttr<ConstAttr>() || C.Callee->hasAttr<PureAttr>();
    // clang calls it pure; each call makes another object all the same.
    if (C.Callee->getBuiltinID() == Builtin::BI__builtin_operator_new)
      C.IsPure = false;
    // printf and its kind read their arguments.
    if (C.Callee->hasAttr<FormatAttr>())
      for (Passing &P : C.Passed)
        if (P == Passing::Mutable && &P - C.Passed.data() >=
                                         int(C.Callee->getNumParams()))
          P = Passing::Const;
  }
  Register R = fresh();
  Event &E = Block->Events.emplace_back();
  E.Kind = EventKind::Call;
  E.Result = R;
  E.Value = Out.Calls.size();
  E.Origin = Origin;
  E.Loc = Loc;
  if (Throws && Origin && C.Callee)
    for (const ThrowScopes::Exit &Left : Throws->exitsOf(Origin))
      Unwindings.push_back({BlockIndex, unsigned(Out.Calls.size()),
                            static_cast<const Expr *>(Origin), &Left});
  Out.Calls.push_back(std::move(C));
  return R;
}

Register FunctionBuilder::translateCall(const CallExpr *E) {
  const FunctionDecl *Callee = E->getDirectCallee();
  if (Callee)
    switch (Callee->getBuiltinID()) {
    case Builtin::BI__builtin_expect:
    case Builtin::BI__builtin_expect_with_probability:
    case Builtin::BI__builtin_launder:
    case Builtin::BI__builtin_assume_aligned:
    case Builtin::BI__builtin_addressof:
    case Builtin::BIaddressof:
    case Builtin::BI__addressof:
    case Builtin::BImove:
    case Builtin::BIforward:
    case Builtin::BIas_const:
      if (E->getNumArgs() > 0)
        return value(E->getArg(0));
      break;
    case Builtin::BI__builtin_constant_p:
      return emitResult(EventKind::Unknown, E);
    default:
      break;
    }

  if (Callee && lockEach(E))
    return NoRegister;
  CallSite C;
  C.Callee = knownCallee(E);
  if (const auto *Member = dyn_cast<CXXMemberCallExpr>(E)) {
    if (const Expr *Object = Member->getImplicitObjectArgument()) {
      C.This = value(Object);
      QualType Class = Object->getType()->isPointerType()
                           ? Object->getType()->getPointeeType()
                           : Object->getType();
      C.IsThisConst = Class.isConstQualified();
    }
    if (const CXXMethodDecl *Method = Member->getMethodDecl())
      C.IsThisConst |= Method->isConst();
  } else if (!Callee) {
    C.CalleeValue = value(E->getCallee());
  }

  const FunctionProtoType *Prototype = nullptr;
  if (Callee)
    Prototype = Callee->getType()->getAs<FunctionProtoType>();
  else if (QualType T = E->getCallee()->getType()->getPointeeType();
           !T.isNull())
    Prototype = T->getAs<FunctionProtoType>();
  unsigned First = 0;
  const auto *Method = dyn_cast_or_null<CXXMethodDecl>(Callee);
  if (isa<CXXOperatorCallExpr>(E) && Method && Method->isInstance() &&
      E->getNumArgs() > 0) {
    C.This = value(E->getArg(0));
    C.IsThisConst = Method->isConst();
    First = 1;
  }
  if (Method && C.This != NoRegister)
    if (Register Element = accessElement(E, C.This); Element != NoRegister)
      return Element;
  for (unsigned I = First; I < E->getNumArgs(); ++I) {
    unsigned P = I - First;
    QualType Param;
    if (Prototype && P < Prototype->getNumParams())
      Param = Prototype->getParamType(P);
    addArgument(C, E->getArg(I), Param);
  }
  // A destructor that is called by name: the object's life ends, its memory
  // stays.
  if (isa_and_nonnull<CXXDestructorDecl>(Method) && C.This != NoRegister) {
    Register Object = C.This;
    if (!Method->isTrivial() || !Models.effects(Method).empty())
      emitCall(std::move(C), E, E->getExprLoc());
    if (isa<CXXMemberCallExpr>(E))
      endOfLife(CloseKind::Call, Object, nullptr, E).Loc = E->getExprLoc();
    return NoRegister;
  }
  if (Method && isa<CXXMemberCallExpr>(E))
    endElement(E, C.This);
  const Register Object = C.This;
  bool Record = E->getType()->isRecordType() && !E->isGLValue();
  C.ResultIsObject = Record;
  // A record is returned into a temporary, from where it is copied.
  if (Record) {
    Register Address = temporary(E, E);
    emit(EventKind::Uninitialise, E).A = Address;
    Register R = emitCall(std::move(C), E, E->getExprLoc());
    (void)R;
    Event &Copy = emit(EventKind::Copy, E);
    Copy.A = Address;
    Copy.B = R;
    if (Method)
      forgetElements(Method, Object, E);
    return Address;
  }
  Register R = emitCall(std::move(C), E, E->getExprLoc());
  if (Method)
    forgetElements(Method, Object, E);
  return R;
}

Register FunctionBuilder::translateConstruct(const CXXConstructExpr *E) {
  const CXXConstructorDecl *Constructor = E->getConstructor();
  Register Address;
  auto It = Targets.find(E);
  Target T = It == Targets.end() ? Target() : It->second;
  if (T.Var) {
    Address = addressOf(T.Var, E);
    emit(EventKind::Uninitialise, E).A = Address;
  } else if (T.New) {
    Address = placeOf(cast<CXXNewExpr>(T.New));
    if (Address == NoRegister)
      Address = emitResult(EventKind::NewObject, E);
    Values[T.New] = Address;
    Definitions[T.New] = {BlockIndex, Address, false};
  } else if (T.Member) {
    Address = memberOf(T.Member, E);
  } else if (T.IsThis) {
    Address = load(addressOf(Out.Function, E), E);
  } else {
    Address = temporary(E, E);
    emit(EventKind::Uninitialise, E).A = Address;
  }
  // Trivial copies and moves copy what is known.
  if (Constructor->isCopyOrMoveConstructor() && Constructor->isTrivial() &&
      E->getNumArgs() == 1) {
    copy(Address, value(E->getArg(0)), E->getType(), E);
    return Address;
  }
  CallSite C;
  C.Callee = Constructor;
  C.This = Address;
  for (unsigned I = 0; I < E->getNumArgs(); ++I)
    addArgument(C, E->getArg(I),
                I < Constructor->getNumParams()
                    ? Constructor->getParamDecl(I)->getType()
                    : QualType());
  if (!Constructor->isTrivial())
    emitCall(std::move(C), E, E->getExprLoc());
  return Address;
}

/// A constructor that is inherited passes its parameters on to the base's.
Register
FunctionBuilder::translateInherited(const CXXInheritedCtorInitExpr *E) {
  CallSite C;
  C.Callee = E->getConstructor();
  C.This = load(addressOf(Out.Function, E), E);
  for (const ParmVarDecl *Parameter : Out.Function->parameters()) {
    Register R = addressOf(Parameter, E);
    C.Args.push_back(Parameter->getType()->isRecordType() ? R : load(R, E));
    C.ArgExprs.push_back(nullptr);
    C.Passed.push_back(passing(Parameter->getType()));
  }
  const Register This = C.This;
  emitCall(std::move(C), E, E->getExprLoc());
  return This;
}

/// The address where `new (place) T` makes its object, whose old one ends
/// there; NoRegister for other forms of new.
Register FunctionBuilder::placeOf(const CXXNewExpr *E) {
  if (E->getNumPlacementArgs() != 1 || E->isArray() ||
      !E->getOperatorNew()->isReservedGlobalPlacementOperator())
    return NoRegister;
  Register Place = value(E->getPlacementArg(0));
  if (Place == NoRegister)
    return NoRegister;
  // A semaphore that is not part of the new object's type stays as it is: the
  // place may be the start of something larger.
  if (Models.holdsSemaphore(E->getAllocatedType()))
    endOfLife(CloseKind::Reinitialise, Place, nullptr, E);
  emit(EventKind::Uninitialise, E).A = Place;
  return Place;
}

Register FunctionBuilder::translateNew(const CXXNewExpr *E) {
  for (unsigned I = 0; I < E->getNumPlacementArgs(); ++I)
    value(E->getPlacementArg(I));
  Register Init = NoRegister;
  if (E->hasInitializer() && !isa<CXXConstructExpr>(
                                 E->getInitializer()->IgnoreImplicit()))
    Init = value(E->getInitializer());
  Register Place = placeOf(E);
  if (Place == NoRegister)
    return emitResult(EventKind::NewObject, E);
  if (Init != NoRegister && E->getAllocatedType()->isScalarType())
    store(Place, Init, E);
  return Place;
}

void FunctionBuilder::translateDelete(const CXXDeleteExpr *E) {
  Register Address = value(E->getArgument());
  QualType T = E->getDestroyedType();
  if (!T.isNull() && !E->isArrayForm())
    if (const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
        Record && Record->hasDefinition())
      if (const CXXDestructorDecl *D = Record->getDestructor())
        if (!D->isVirtual() || Record->isEffectivelyFinal())
          implicitCall(D, Address, E->getExprLoc(), /*AsArgument=*/false,
                       /*IsDelete=*/true);
  CallSite C;
  C.Callee = E->getOperatorDelete();
  C.Args.push_back(Address);
  C.ArgExprs.push_back(E->getArgument());
  C.Passed.push_back(Passing::Mutable);
  emitCall(std::move(C), E, E->getExprLoc());
}

void FunctionBuilder::implicitCall(const FunctionDecl *F, Register This,
                                   SourceLocation Loc, bool AsArgument,
                                   bool IsDelete) {
  if (const auto *Method = dyn_cast<CXXMethodDecl>(F)) {
    if (Method->isTrivial())
      return;
    if (isa<CXXDestructorDecl>(Method) && This != NoRegister)
      endElementsOfVector(Method->getParent(), This, Loc);
  }
  CallSite C;
  C.Callee = F;
  C.IsImplicit = true;
  C.IsDelete = IsDelete;
  if (AsArgument) {
    C.Args.push_back(This);
    C.ArgExprs.push_back(nullptr);
    C.Passed.push_back(Passing::Mutable);
  } else {
    C.This = This;
  }
  emitCall(std::move(C), nullptr, Loc);
}
