//===--- AttributeModels.cpp - What attributes say about a function -------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Two sources of effects besides the model files: our own annotations
// (runtime/semtidy/annotations.h), which count always, and clang's
// thread-safety attributes, which count where no body can be seen. A function
// that a model file names is left to the model file.
//
//===----------------------------------------------------------------------===//

#include "Compat.h"
#include "ModelRegistry.h"
#include "clang/AST/ASTContext.h"
#include "clang/AST/Attr.h"
#include "clang/AST/ExprCXX.h"

using namespace semtidy;
using namespace clang;
using llvm::StringRef;

const Family &UnitModels::attributeFamily(StringRef Name, StringRef Title,
                                          Identity Id, StringRef WhenSet) {
  for (const Family &F : AttributeFamilies)
    if (F.Name == Name)
      return F;
  Family &F = AttributeFamilies.emplace_back();
  F.Name = Name.str();
  F.Title = Title.str();
  F.Id = Id;
  F.WhenSet = WhenSet.str();
  F.Origin = "<attributes>";
  return F;
}

static Test returns(Comparison::OpTy Op, int64_t Value) {
  Test T;
  T.Subject.Kind = Place::Return;
  T.AnyOf.emplace_back();
  T.AnyOf.back().Op = Op;
  T.AnyOf.back().Value = Value;
  return T;
}

//===----------------------------------------------------------------------===//
// SEMTIDY_* annotations
//===----------------------------------------------------------------------===//

/// `0`, `*0`, `this` or `return`; nothing for what \p F does not have.
static Place annotatedPlace(StringRef Text, const FunctionDecl *F) {
  Place P;
  Text = Text.trim();
  if (Text == "return") {
    if (!F->getReturnType()->isVoidType())
      P.Kind = Place::Return;
    return P;
  }
  if (Text == "this") {
    const auto *Method = dyn_cast<CXXMethodDecl>(F);
    if (Method && Method->isInstance())
      P.Kind = Place::This;
    return P;
  }
  bool Out = Text.consume_front("*");
  if (!Text.trim().getAsInteger(10, P.Index) && P.Index < F->getNumParams())
    P.Kind = Out ? Place::Out : Place::Arg;
  return P;
}

/// Whether what stands at \p P is memory that holds the object, and not a
/// number or an untyped pointer, which are handles.
static bool isAddress(const Place &P, const FunctionDecl *F) {
  QualType T;
  switch (P.Kind) {
  case Place::Arg:
    T = F->getParamDecl(P.Index)->getType();
    break;
  case Place::Out:
    T = F->getParamDecl(P.Index)->getType()->getPointeeType();
    break;
  case Place::Return:
    T = F->getReturnType();
    break;
  default:
    return true;
  }
  if (T.isNull())
    return false;
  return T->isReferenceType() || (T->isPointerType() && !T->isVoidPointerType());
}

/// What a result says by the convention of annotations.h: a boolean or a
/// pointer that is not null, or the number 0, is success.
static Test succeeds(const FunctionDecl *F) {
  QualType T = F->getReturnType();
  if (T->isVoidType())
    return {};
  if (T->isBooleanType() || T->isPointerType())
    return returns(Comparison::NE, 0);
  if (T->isIntegralOrEnumerationType())
    return returns(Comparison::EQ, 0);
  return {};
}

/// `semtidy:like:NAME`: \p F does to its parameters what NAME does; it may have
/// more parameters behind them.
void UnitModels::addEffectsLike(StringRef Name, const FunctionDecl *F,
                                EffectList &List) {
  const Family *Chosen = nullptr;
  for (const BoundEffect &B : Registry.effectsNamed(Name)) {
    const Effect &E = *B.TheEffect;
    if ((Chosen && Chosen != B.TheFamily) ||
        (E.Params && F->getNumParams() < *E.Params))
      continue;
    Chosen = B.TheFamily;
    List.push_back(B);
  }
}

void UnitModels::addAnnotationEffects(const FunctionDecl *F,
                                      EffectList &List) {
  // `__attribute__((annotate("semtidy:sets:0")))` on a user's own function.
  F = F->getMostRecentDecl();
  for (const auto *A : F->specific_attrs<AnnotateAttr>()) {
    StringRef Text = A->getAnnotation();
    if (!Text.consume_front("semtidy:"))
      continue;
    const StringRef Word = Text.split(':').first;
    const StringRef Argument = Text.split(':').second;
    if (Word == "like") {
      addEffectsLike(Argument.trim(), F, List);
      continue;
    }
    static constexpr std::pair<StringRef, Role> Words[] = {
        {"creates", Role::Create},
        {"sets", Role::Set},
        {"trysets", Role::TrySet},
        {"clears", Role::Clear},
        {"closes", Role::Close}};
    const auto *Known = llvm::find_if(
        Words, [&](const auto &Entry) { return Entry.first == Word; });
    Effect E;
    E.Object = annotatedPlace(Argument, F);
    if (Known == std::end(Words) || !E.Object)
      continue;
    E.TheRole = Known->second;
    if (E.TheRole != Role::Clear)
      E.When = succeeds(F);
    const Family &Annotated =
        isAddress(E.Object, F)
            ? attributeFamily("annotated", "annotated semaphore",
                              Identity::Address,
                              "SEMTIDY_CLOSES says that the semaphore must be "
                              "clear here")
            : attributeFamily("annotated-handle", "annotated semaphore handle",
                              Identity::Value,
                              "SEMTIDY_CLOSES says that the semaphore must be "
                              "clear here");
    AttributeEffects.push_back(std::move(E));
    List.push_back({&Annotated, &AttributeEffects.back()});
  }
}

//===----------------------------------------------------------------------===//
// Thread-safety attributes
//===----------------------------------------------------------------------===//

/// The attribute that makes \p T a capability: of the class, of a base, or of a
/// typedef.
static const CapabilityAttr *capabilityOf(QualType T) {
  while (const auto *Typedef = T->getAs<TypedefType>()) {
    if (const auto *A = Typedef->getDecl()->getAttr<CapabilityAttr>())
      return A;
    T = Typedef->getDecl()->getUnderlyingType();
  }
  const auto *Record = T->getAsRecordDecl();
  if (!Record)
    return nullptr;
  if (const auto *A = Record->getMostRecentDecl()->getAttr<CapabilityAttr>())
    return A;
  const auto *Class = dyn_cast<CXXRecordDecl>(Record);
  if (Class && (Class = Class->getDefinition()))
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (const CapabilityAttr *A = capabilityOf(Base.getType()))
        return A;
  return nullptr;
}

/// A role is a right that a thread has, not an object that can be closed.
static bool isLock(QualType T) {
  const CapabilityAttr *A = T.isNull() ? nullptr : capabilityOf(T);
  return A && A->getName() != "role";
}

static bool isGuard(const FunctionDecl *F) {
  const auto *Method = dyn_cast<CXXMethodDecl>(F);
  return Method && Method->getParent()->hasAttr<ScopedLockableAttr>();
}

/// Whether a class leaves the taking of its lock to code that cannot be seen.
static bool acquiresOutOfSight(const RecordDecl *Record) {
  const auto *Class = dyn_cast<CXXRecordDecl>(Record);
  if (!Class || !Class->hasDefinition())
    return true;
  bool HasMethod = false;
  for (const CXXMethodDecl *Method : Class->getDefinition()->methods())
    if (Method->hasAttr<AcquireCapabilityAttr>() ||
        Method->hasAttr<TryAcquireCapabilityAttr>()) {
      if (!Method->hasBody())
        return true;
      HasMethod = true;
    }
  return !HasMethod;
}

const Family *UnitModels::capabilityFamily(QualType T) {
  if (!isLock(T))
    return nullptr;
  if (const auto *Record = T->getAsRecordDecl();
      Record && !acquiresOutOfSight(Record))
    return nullptr;
  return &attributeFamily("thread-safety", "capability", Identity::Address,
                          "the capability is still held, and nobody can "
                          "release it after that");
}

/// Where \p F takes the lock that \p Arg, the argument of an attribute, names.
static Place capabilityPlace(const Expr *Arg, const FunctionDecl *F) {
  Place P;
  Arg = Arg->IgnoreParenImpCasts();
  while (const auto *Unary = dyn_cast<UnaryOperator>(Arg)) {
    if (Unary->getOpcode() != UO_Deref && Unary->getOpcode() != UO_AddrOf)
      return P;
    Arg = Unary->getSubExpr()->IgnoreParenImpCasts();
  }
  QualType T;
  if (isa<CXXThisExpr>(Arg)) {
    P.Kind = Place::This;
    return P;
  }
  if (const auto *Number = dyn_cast<IntegerLiteral>(Arg)) {
    // One-based.
    P.Index = Number->getValue().getLimitedValue() - 1;
  } else if (const auto *Ref = dyn_cast<DeclRefExpr>(Arg)) {
    const auto *Parameter = dyn_cast<ParmVarDecl>(Ref->getDecl());
    if (!Parameter)
      return P;
    P.Index = Parameter->getFunctionScopeIndex();
  } else {
    return P;
  }
  if (P.Index >= F->getNumParams())
    return P;
  T = F->getParamDecl(P.Index)->getType();
  if ((T->isReferenceType() || T->isPointerType()) &&
      isLock(T->getPointeeType()))
    P.Kind = Place::Arg;
  return P;
}

/// Adds one effect like \p E for each lock that an attribute on \p F names.
void UnitModels::addCapabilityEffect(const FunctionDecl *F, Effect E,
                                     llvm::ArrayRef<Expr *> Args,
                                     EffectList &List) {
  const Family &Held = attributeFamily(
      "thread-safety", "capability", Identity::Address,
      "the capability is still held, and nobody can release it after that");
  llvm::SmallVector<Place, 2> Places;
  for (const Expr *Arg : Args)
    Places.push_back(capabilityPlace(Arg, F));
  if (Args.empty()) {
    const auto *Method = dyn_cast<CXXMethodDecl>(F);
    if (!Method || !Method->isInstance())
      return;
    Place &P = Places.emplace_back();
    // What a guard holds is known only where the model says so at its birth.
    if (isGuard(F) && acquiresOutOfSight(Method->getParent()))
      P.Kind = Place::Held;
    else if (isGuard(F))
      ;
    else if (isLock(Method->getThisType()->getPointeeType()))
      P.Kind = Place::This;
  }
  E.Guards = isGuard(F) && isa<CXXConstructorDecl>(F);
  // A guard of two locks is not followed, and neither is a lock that only an
  // expression names: then the call is like any other that cannot be seen.
  if ((E.Guards && Places.size() > 1) ||
      llvm::any_of(Places, [](const Place &P) { return !P; })) {
    List.clear();
    return;
  }
  for (const Place &P : Places) {
    E.Object = P;
    AttributeEffects.push_back(E);
    List.push_back({&Held, &AttributeEffects.back()});
  }
}

void UnitModels::addCapabilityEffects(const FunctionDecl *F,
                                      EffectList &List) {
  // What a body does is known better from the body.
  if (F->hasBody())
    return;
  F = F->getMostRecentDecl();
  auto Args = [](const auto *A) {
    return llvm::ArrayRef<Expr *>(A->args_begin(), A->args_size());
  };
  for (const Attr *Any : F->attrs()) {
    Effect E;
    if (const auto *A = dyn_cast<AcquireCapabilityAttr>(Any)) {
      E.TheRole = Role::Set;
      addCapabilityEffect(F, E, Args(A), List);
    } else if (const auto *A = dyn_cast<ReleaseCapabilityAttr>(Any)) {
      E.TheRole = Role::Clear;
      addCapabilityEffect(F, E, Args(A), List);
    } else if (const auto *A = dyn_cast<TryAcquireCapabilityAttr>(Any)) {
      bool Success;
      const Expr *Value = A->getSuccessValue();
      if (isa<CXXConstructorDecl>(F) || Value->isValueDependent() ||
          !Value->EvaluateAsBooleanCondition(Success, Ctx))
        continue;
      E.TheRole = Role::TrySet;
      E.When = returns(Success ? Comparison::NE : Comparison::EQ, 0);
      addCapabilityEffect(F, E, Args(A), List);
    } else if (isGuard(F) && isa<CXXConstructorDecl>(F)) {
      // A guard that adopts a held lock, or takes it later.
      if (const auto *A = dyn_cast<RequiresCapabilityAttr>(Any))
        addCapabilityEffect(F, E, Args(A), List);
      else if (const auto *A = dyn_cast<LocksExcludedAttr>(Any))
        addCapabilityEffect(F, E, Args(A), List);
    }
  }
}
