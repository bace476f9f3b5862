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

const Family &UnitModels::annotatedFamily(bool ByAddress) {
  static constexpr StringRef WhenSet =
      "SEMTIDY_CLOSES says that the semaphore must be clear here";
  return ByAddress ? attributeFamily("annotated", "annotated semaphore",
                                     Identity::Address, WhenSet)
                   : attributeFamily("annotated-handle",
                                     "annotated semaphore handle",
                                     Identity::Value, WhenSet);
}

/// Adds the steps to the member \p Name of \p Record.
/// \returns its type; null if it has no such field.
static QualType stepTo(StringRef Name, const RecordDecl *Record,
                       ASTContext &Ctx, ObjectName &To) {
  Record = Record ? Record->getDefinition() : nullptr;
  if (!Record)
    return {};
  for (const NamedDecl *D : Record->lookup(&Ctx.Idents.get(Name))) {
    if (const auto *Field = dyn_cast<FieldDecl>(D)) {
      To.Steps.push_back(Field);
      return Field->getType();
    }
    if (const auto *Inner = dyn_cast<IndirectFieldDecl>(D)) {
      for (const NamedDecl *Part : Inner->chain())
        To.Steps.push_back(cast<FieldDecl>(Part));
      return Inner->getAnonField()->getType();
    }
  }
  if (const auto *Class = dyn_cast<CXXRecordDecl>(Record))
    for (const CXXBaseSpecifier &Base : Class->bases())
      if (QualType T = stepTo(Name, Base.getType()->getAsRecordDecl(), Ctx, To);
          !T.isNull())
        return T;
  return {};
}

/// Reads `0->lock`, `this->Lock`, `1.lock` or the name of a global variable.
/// \returns the type of what that is the address of; null for other texts.
QualType UnitModels::nameInText(StringRef Text, const FunctionDecl *F,
                                ObjectName &Name) {
  Text = Text.trim();
  const size_t End = std::min(Text.find('.'), Text.find("->"));
  const StringRef First = Text.substr(0, End).trim();
  Text = Text.substr(std::min(End, Text.size()));
  // The type of the value or place that was read so far.
  QualType T;
  bool IsPlace = false;
  if (Place Base = annotatedPlace(First, F);
      Base.Kind == Place::Arg || Base.Kind == Place::This) {
    Name.Base = Base;
    T = Base.Kind == Place::This
            ? cast<CXXMethodDecl>(F)->getThisType()
            : F->getParamDecl(Base.Index)->getType();
  } else {
    for (const NamedDecl *D :
         Ctx.getTranslationUnitDecl()->lookup(&Ctx.Idents.get(First)))
      if (const auto *Var = dyn_cast<VarDecl>(D)) {
        Name.Global = Var;
        T = Var->getType();
        IsPlace = true;
      }
    if (!Name.Global)
      return {};
  }
  auto Refer = [&] {
    if (!T->isReferenceType())
      return;
    if (IsPlace)
      Name.Steps.push_back(nullptr);
    T = T.getNonReferenceType();
    IsPlace = true;
  };
  Refer();
  while (!Text.empty()) {
    const bool IsArrow = Text.consume_front("->");
    if (!IsArrow && !Text.consume_front("."))
      return {};
    if (IsArrow) {
      if (!T->isPointerType())
        return {};
      if (IsPlace)
        Name.Steps.push_back(nullptr);
      T = T->getPointeeType();
    } else if (!IsPlace) {
      return {};
    }
    const StringRef Member = Text.substr(
        0, std::min(Text.find('.'), Text.find("->"))).trim();
    Text = Text.substr(std::min(Text.find_first_of(".-"), Text.size()));
    T = stepTo(Member, T->getAsRecordDecl(), Ctx, Name);
    if (T.isNull())
      return {};
    IsPlace = true;
    Refer();
  }
  return IsPlace ? T : QualType();
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
    if (Known == std::end(Words))
      continue;
    Effect E;
    E.TheRole = Known->second;
    if (E.TheRole != Role::Clear)
      E.When = succeeds(F);
    BoundEffect B = {nullptr, nullptr};
    E.Object = annotatedPlace(Argument, F);
    if (E.Object) {
      B.TheFamily = &annotatedFamily(isAddress(E.Object, F));
    } else {
      ObjectName Name;
      QualType T = nameInText(Argument, F, Name);
      if (T.isNull())
        continue;
      bool IsHandle = false;
      B.TheFamily = lockFamily(T, IsHandle);
      if (!B.TheFamily && T->isPointerType() && !T->isVoidPointerType())
        B.TheFamily = lockFamily(T->getPointeeType(), IsHandle);
      if (!B.TheFamily)
        B.TheFamily =
            &annotatedFamily(T->isRecordType() ||
                             (T->isPointerType() && !T->isVoidPointerType()));
      if (T->isScalarType())
        Name.Steps.push_back(nullptr);
      // What else the call does is not said.
      E.IsContract = true;
      bindName(Name, E, B, List);
    }
    AttributeEffects.push_back(std::move(E));
    B.TheEffect = &AttributeEffects.back();
    List.push_back(B);
  }
}

//===----------------------------------------------------------------------===//
// Thread-safety attributes
//===----------------------------------------------------------------------===//

static constexpr StringRef CapabilityHeld =
    "the capability is still held, and nobody can release it after that";

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
                          CapabilityHeld);
}

const ValueDecl *ObjectName::decl() const {
  for (const FieldDecl *Field : llvm::reverse(Steps))
    if (Field)
      return Field;
  return Global;
}

namespace {
/// Reads the expression by which an attribute names a lock: variables, fields,
/// `*` and `&`. What a call, an index or a cast names is not known.
class NameReader {
public:
  explicit NameReader(ObjectName &Name) : Name(Name) {}

  /// The address of what \p E names.
  bool address(const Expr *E) {
    E = E->IgnoreParenImpCasts();
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      return variable(Ref->getDecl());
    if (const auto *Member = dyn_cast<MemberExpr>(E)) {
      const auto *Field = dyn_cast<FieldDecl>(Member->getMemberDecl());
      if (!Field)
        return variable(Member->getMemberDecl());
      if (!(Member->isArrow() ? value(Member->getBase())
                              : address(Member->getBase())))
        return false;
      Name.Steps.push_back(Field);
      if (Field->getType()->isReferenceType())
        Name.Steps.push_back(nullptr);
      return true;
    }
    const auto *Unary = dyn_cast<UnaryOperator>(E);
    return Unary && Unary->getOpcode() == UO_Deref &&
           value(Unary->getSubExpr());
  }

  /// The pointer, or handle, that \p E is.
  bool value(const Expr *E) {
    E = E->IgnoreParenImpCasts();
    if (isa<CXXThisExpr>(E)) {
      Name.Base.Kind = Place::This;
      return true;
    }
    if (const auto *Unary = dyn_cast<UnaryOperator>(E);
        Unary && Unary->getOpcode() == UO_AddrOf)
      return address(Unary->getSubExpr());
    if (const auto *Ref = dyn_cast<DeclRefExpr>(E))
      if (const auto *Parameter = dyn_cast<ParmVarDecl>(Ref->getDecl());
          Parameter && !Parameter->getType()->isReferenceType())
        return argument(Parameter);
    if (!E->isGLValue() || !address(E))
      return false;
    Name.Steps.push_back(nullptr);
    return true;
  }

private:
  bool argument(const ParmVarDecl *Parameter) {
    Name.Base.Kind = Place::Arg;
    Name.Base.Index = Parameter->getFunctionScopeIndex();
    return true;
  }

  bool variable(const ValueDecl *D) {
    if (const auto *Parameter = dyn_cast<ParmVarDecl>(D))
      return Parameter->getType()->isReferenceType() && argument(Parameter);
    const auto *Var = dyn_cast<VarDecl>(D);
    if (!Var || !Var->hasGlobalStorage())
      return false;
    Name.Global = Var;
    if (Var->getType()->isReferenceType())
      Name.Steps.push_back(nullptr);
    return true;
  }

  ObjectName &Name;
};
} // namespace

const Family *UnitModels::lockFamily(QualType T, bool &IsValue) {
  IsValue = false;
  if (T.isNull() || T->isDependentType())
    return nullptr;
  T = T.getNonReferenceType();
  for (const Family &F : Registry.families())
    if (!F.HandleTypes.empty() &&
        isNamedType(T, F.HandleTypes, /*ThroughPointer=*/false)) {
      IsValue = F.Id == Identity::Value && T->isScalarType();
      return &F;
    }
  if (!isLock(T))
    return nullptr;
  return &attributeFamily("thread-safety", "capability", Identity::Address,
                          CapabilityHeld);
}

void UnitModels::bindName(const ObjectName &Name, Effect &E, BoundEffect &B,
                          const EffectList &List) {
  E.Object = Name.Base;
  if (Name.Base && Name.Steps.empty())
    return;
  B.Name = &Names.emplace_back(Name);
  E.Object = Place();
  E.Object.Kind = Place::Named;
  E.Object.Index = llvm::count_if(
      List, [](const BoundEffect &Other) { return Other.Name; });
}

/// The lock that \p Arg, the argument of an attribute on \p F, names, and its
/// family; null if that is not understood.
const Family *UnitModels::lockNamedBy(const Expr *Arg, const FunctionDecl *F,
                                      ObjectName &Name) {
  Arg = Arg->IgnoreParenImpCasts();
  bool IsValue = false;
  auto IsLock = [&](QualType T) { return lockFamily(T, IsValue); };
  if (const auto *Number = dyn_cast<IntegerLiteral>(Arg)) {
    // A parameter, counted from one.
    uint64_t N = Number->getValue().getLimitedValue();
    if (N == 0 || N > F->getNumParams())
      return nullptr;
    Name.Base.Kind = Place::Arg;
    Name.Base.Index = N - 1;
    QualType T = F->getParamDecl(N - 1)->getType()->getPointeeType();
    return T.isNull() ? nullptr : IsLock(T);
  }
  NameReader Reader(Name);
  if (const auto *Unary = dyn_cast<UnaryOperator>(Arg);
      Unary && Unary->getOpcode() == UO_AddrOf) {
    const Expr *Sub = Unary->getSubExpr();
    const Family *Of = IsLock(Sub->getType());
    return Of && !IsValue && Reader.address(Sub) ? Of : nullptr;
  }
  if (const Family *Of = IsLock(Arg->getType()))
    return (IsValue ? Reader.value(Arg) : Reader.address(Arg)) ? Of : nullptr;
  if (!Arg->getType()->isPointerType())
    return nullptr;
  const Family *Of = IsLock(Arg->getType()->getPointeeType());
  return Of && !IsValue && Reader.value(Arg) ? Of : nullptr;
}

/// Adds one effect like \p E for each lock that an attribute on \p F names.
/// \returns whether all of them are understood.
bool UnitModels::addCapabilityEffect(const FunctionDecl *F, Effect E,
                                     llvm::ArrayRef<Expr *> Args,
                                     EffectList &List) {
  E.IsContract = true;
  // A guard of two locks is not followed.
  if (E.Guards && Args.size() > 1)
    return false;
  auto Add = [&](BoundEffect B) {
    AttributeEffects.push_back(E);
    B.TheEffect = &AttributeEffects.back();
    List.push_back(B);
  };
  if (Args.empty()) {
    const auto *Method = dyn_cast<CXXMethodDecl>(F);
    if (!Method || !Method->isInstance())
      return false;
    QualType Class = Method->getThisType()->getPointeeType();
    bool IsValue = false;
    const Family *Of = lockFamily(Class, IsValue);
    if (isGuard(F)) {
      // What a guard holds is known only where the model says so at its birth.
      if (!acquiresOutOfSight(Method->getParent()))
        return false;
      E.Object.Kind = Place::Held;
      Of = &attributeFamily("thread-safety", "capability", Identity::Address,
                            CapabilityHeld);
    } else {
      E.Object.Kind = Place::This;
    }
    if (Of)
      Add({Of, nullptr});
    return Of;
  }
  bool All = true;
  for (const Expr *Arg : Args) {
    ObjectName Name;
    BoundEffect B = {lockNamedBy(Arg, F, Name), nullptr};
    All &= B.TheFamily != nullptr;
    if (!B.TheFamily)
      continue;
    bindName(Name, E, B, List);
    Add(B);
  }
  return All;
}

void UnitModels::addCapabilityEffects(const FunctionDecl *F,
                                      EffectList &List) {
  // What a body does is known better from the body.
  if (F->hasBody())
    return;
  F = F->getMostRecentDecl();
  const bool MakesGuard = isGuard(F) && isa<CXXConstructorDecl>(F);
  // One that adopts a held lock, or takes it later, only names it.
  const bool MakesIdleGuard = MakesGuard && !F->hasAttr<AcquireCapabilityAttr>();
  // An expression that is not understood may name any lock: then the call is
  // like any other that cannot be seen.
  bool Understood = true;
  for (const Attr *Any : F->attrs()) {
    Effect E;
    if (const auto *A = dyn_cast<AcquireCapabilityAttr>(Any)) {
      E.TheRole = Role::Set;
      E.Guards = MakesGuard;
      Understood &= addCapabilityEffect(F, E, argumentsOf(A), List);
    } else if (const auto *A = dyn_cast<ReleaseCapabilityAttr>(Any)) {
      E.TheRole = Role::Clear;
      Understood &= addCapabilityEffect(F, E, argumentsOf(A), List);
    } else if (std::optional<TryAcquire> Try = tryAcquire(Any)) {
      bool Success;
      if (isa<CXXConstructorDecl>(F) || Try->Success->isValueDependent() ||
          !Try->Success->EvaluateAsBooleanCondition(Success, Ctx)) {
        Understood = false;
        continue;
      }
      E.TheRole = Role::TrySet;
      E.When = returns(Success ? Comparison::NE : Comparison::EQ, 0);
      Understood &= addCapabilityEffect(F, E, Try->Locks, List);
    } else if (const auto *A = dyn_cast<RequiresCapabilityAttr>(Any)) {
      // The lock is held before and after; where it is not known to be, this
      // does not make it so. A lock that must not be held (`!Mu`) is no lock.
      E.TellsState = false;
      E.Guards = MakesIdleGuard;
      bool All = addCapabilityEffect(F, E, argumentsOf(A), List);
      Understood &= All || !MakesIdleGuard;
    } else if (std::optional<llvm::ArrayRef<Expr *>> Asserted =
                   assertsHeld(Any)) {
      E.TellsState = false;
      addCapabilityEffect(F, E, *Asserted, List);
    } else if (const auto *A = dyn_cast<LocksExcludedAttr>(Any);
               A && MakesIdleGuard) {
      E.Guards = true;
      Understood &= addCapabilityEffect(F, E, argumentsOf(A), List);
    }
  }
  if (!Understood)
    List.clear();
}
