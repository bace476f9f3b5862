//===--- LibraryCalls.cpp - Calls of the C++ library ----------------------===//
//
// Part of SemTidy, under the Apache License v2.0 with LLVM Exceptions.
// See LICENSE for license information.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The library is understood from its bodies. Here is what they do not show: they
// loop, or call what is compiled elsewhere. The standard says what comes out;
// that is written as calls of the members that it is defined by.
//
//===----------------------------------------------------------------------===//

#include "Compat.h"
#include "FunctionBuilder.h"

using namespace semtidy;
using namespace clang;

/// The member function of \p T, or of a base, that is called without arguments.
static const CXXMethodDecl *methodNamed(llvm::StringRef Name, QualType T,
                                        ASTContext &Ctx) {
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition())
    return nullptr;
  for (const NamedDecl *D : Record->lookup(&Ctx.Idents.get(Name)))
    if (const auto *M = dyn_cast<CXXMethodDecl>(D->getUnderlyingDecl());
        M && M->getNumParams() == 0 && M->isInstance() && !M->isVirtual())
      return M;
  for (const CXXBaseSpecifier &Base : Record->bases())
    if (const CXXMethodDecl *M = methodNamed(Name, Base.getType(), Ctx))
      return M;
  return nullptr;
}

/// `std::lock(a, b)` has locked each of its arguments when it returns, whatever
/// it tries in between. \returns whether \p E is such a call.
bool FunctionBuilder::lockEach(const CallExpr *E) {
  const FunctionDecl *Callee = E->getDirectCallee();
  if (!Callee->getIdentifier() || Callee->getName() != "lock" ||
      !isOfNamespace(Callee, {"std", "boost"}))
    return false;
  llvm::SmallVector<const CXXMethodDecl *, 4> Methods;
  for (const Expr *Arg : E->arguments()) {
    const CXXMethodDecl *M = methodNamed("lock", Arg->getType(), Ctx);
    if (!M)
      return false;
    Methods.push_back(M);
  }
  for (auto [Arg, M] : llvm::zip(E->arguments(), Methods)) {
    CallSite C;
    C.Callee = M;
    C.This = value(Arg);
    emitCall(std::move(C), E, E->getExprLoc());
  }
  return true;
}

/// The member by which an iterator of type \p T leads to its element: `operator*`
/// or `operator->`, whichever the program uses and so has a body.
static const CXXMethodDecl *dereferenceOf(QualType T, ASTContext &Ctx) {
  const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
  if (!Record || !Record->hasDefinition())
    return nullptr;
  for (OverloadedOperatorKind Op : {OO_Star, OO_Arrow})
    for (const NamedDecl *D :
         Record->lookup(Ctx.DeclarationNames.getCXXOperatorName(Op)))
      if (const auto *M = dyn_cast<CXXMethodDecl>(D);
          M && M->getNumParams() == 0 && M->hasBody())
        return M;
  return nullptr;
}

/// Without the conversion from an iterator to a const_iterator.
static const Expr *withoutConversion(const Expr *E) {
  while (true) {
    const Expr *Inner = E->IgnoreImplicit();
    if (const auto *Construct = dyn_cast<CXXConstructExpr>(Inner);
        Construct && Construct->getNumArgs() == 1 &&
        Construct->getArg(0)->getType()->isRecordType())
      Inner = Construct->getArg(0);
    if (Inner == E)
      return E;
    E = Inner;
  }
}

/// Whether equal keys find the same element of \p Record, wherever it is moved.
static bool isMap(const CXXRecordDecl *Record) {
  return isContainer(Record) && (Record->getName() == "map" ||
                                 Record->getName() == "unordered_map");
}

static QualType elementType(const CXXRecordDecl *Container, bool Mapped) {
  const auto *Spec = dyn_cast<ClassTemplateSpecializationDecl>(Container);
  if (!Spec || Spec->getTemplateArgs().size() < 2 ||
      Spec->getTemplateArgs()[Mapped].getKind() != TemplateArgument::Type)
    return {};
  return Spec->getTemplateArgs()[Mapped].getAsType();
}

/// The element of the map at \p Container that the key \p E finds; NoRegister if
/// it is not known when keys are equal.
Register FunctionBuilder::elementOf(const CXXRecordDecl *Class,
                                    Register Container, const Expr *E) {
  QualType Mapped = elementType(Class, /*Mapped=*/true);
  if (Container == NoRegister || Mapped.isNull() || !E->isGLValue())
    return NoRegister;
  Register Key = value(E);
  if (E->getType()->isScalarType())
    Key = load(Key, E);
  else if (!isa<DeclRefExpr>(E->IgnoreParenImpCasts()) ||
           !E->IgnoreParenImpCasts()->getType().isConstQualified())
    return NoRegister; // Its value may change.
  Register R = emitResult(EventKind::Element, E, Container, Key);
  Block->Events.back().Value = strideOf(Mapped);
  return R;
}

static bool isDeque(const CXXRecordDecl *Record) {
  return isContainer(Record) && Record->getName() == "deque";
}

/// What `front` or `back` of the deque at \p Container returns. Its body has two
/// ways, whose results have no name in common; so the member's own name is taken.
Register FunctionBuilder::endOfDeque(const CXXRecordDecl *Class,
                                     llvm::StringRef Name,
                                     Register Container) {
  QualType T = elementType(Class, /*Mapped=*/false);
  const CXXMethodDecl *Access =
      methodNamed(Name, canonicalTypeOf(Ctx, Class), Ctx);
  if (T.isNull() || !Access || Container == NoRegister)
    return NoRegister;
  Register Key = emitResult(EventKind::FuncAddress, nullptr);
  Block->Events.back().Decl = Access;
  Register R = emitResult(EventKind::Element, nullptr, Container, Key);
  Block->Events.back().Value = strideOf(T);
  return R;
}

/// `m[key]` and `m.at(key)`, and the ends of a deque; NoRegister for other calls.
Register FunctionBuilder::accessElement(const CallExpr *E, Register Container) {
  const auto *Method = dyn_cast<CXXMethodDecl>(E->getDirectCallee());
  if (Method && isDeque(Method->getParent()) && Method->getIdentifier() &&
      (Method->getName() == "front" || Method->getName() == "back"))
    return endOfDeque(Method->getParent(), Method->getName(), Container);
  if (!Method || !isMap(Method->getParent()) || Method->getNumParams() != 1)
    return NoRegister;
  if (Method->getOverloadedOperator() == OO_Subscript)
    return elementOf(Method->getParent(), Container, E->getArg(1));
  if (Method->getIdentifier() && Method->getName() == "at")
    return elementOf(Method->getParent(), Container, E->getArg(0));
  return NoRegister;
}

/// The object at \p Address, of type \p T, is destroyed by code at \p Loc.
void FunctionBuilder::destroy(Register Address, QualType T,
                              SourceLocation Loc) {
  if (const CXXRecordDecl *Record = T->getAsCXXRecordDecl();
      Record && Record->hasDefinition())
    if (const CXXDestructorDecl *D = Record->getDestructor())
      implicitCall(D, Address, Loc, /*AsArgument=*/false, /*IsDelete=*/true);
  endOfLife(CloseKind::Free, Address, nullptr, nullptr).Loc = Loc;
}

/// The members that lead from an object of class \p Class to its first pointer to
/// \p T; empty if there is none.
static llvm::SmallVector<const FieldDecl *, 3>
pathToPointer(const CXXRecordDecl *Class, QualType T, const ASTContext &Ctx) {
  if (!Class || !Class->hasDefinition())
    return {};
  for (const CXXBaseSpecifier &Base : Class->bases())
    if (auto Path =
            pathToPointer(Base.getType()->getAsCXXRecordDecl(), T, Ctx);
        !Path.empty())
      return Path;
  for (const FieldDecl *Field : Class->fields()) {
    if (Field->getType()->isPointerType() &&
        Ctx.hasSameType(Field->getType()->getPointeeType(), T))
      return {Field};
    if (auto Path =
            pathToPointer(Field->getType()->getAsCXXRecordDecl(), T, Ctx);
        !Path.empty()) {
      Path.insert(Path.begin(), Field);
      return Path;
    }
  }
  return {};
}

/// The elements of a vector end, and with them what they own. Their names start
/// at the pointer to the first one, or at that behind the last one.
void FunctionBuilder::endElementsOfVector(const CXXRecordDecl *Class,
                                          Register Container,
                                          SourceLocation Loc) {
  if (!isContainer(Class) || Class->getName() != "vector")
    return;
  QualType T = elementType(Class, /*Mapped=*/false);
  if (T.isNull())
    return;
  auto Path = pathToPointer(Class, T, Ctx);
  if (Path.empty())
    return;
  Register In = Container;
  for (const FieldDecl *Field : llvm::ArrayRef(Path).drop_back()) {
    In = emitResult(EventKind::Field, nullptr, In);
    Block->Events.back().Decl = Field;
  }
  unsigned Ends = 0;
  for (const FieldDecl *Field : Path.back()->getParent()->fields()) {
    if (!Field->getType()->isPointerType() ||
        !Ctx.hasSameType(Field->getType()->getPointeeType(), T) || ++Ends > 2)
      continue;
    Register At = emitResult(EventKind::Field, nullptr, In);
    Block->Events.back().Decl = Field;
    Register Elements = load(At, nullptr);
    destroy(emitResult(EventKind::Reached, nullptr, Elements), T, Loc);
    if (Ends == 1)
      endOfLife(CloseKind::Free, Elements, nullptr, nullptr).Loc = Loc;
  }
}

/// `c.erase(it)` ends `*it`, `m.erase(key)` ends `m[key]`; `c.pop_back()` ends
/// `c.back()`, and `c.pop_front()` `c.front()`; `c.clear()` ends all.
void FunctionBuilder::endElement(const CallExpr *E, Register Container) {
  const auto *Method = cast<CXXMethodDecl>(E->getDirectCallee());
  const CXXRecordDecl *Class = Method->getParent();
  if (!endsElements(Method) || Container == NoRegister)
    return;
  llvm::StringRef Name = Method->getName();
  if (Name == "clear") {
    endOfLife(CloseKind::Free, Container, nullptr, E).Loc = E->getExprLoc();
    endElementsOfVector(Class, Container, E->getExprLoc());
    return;
  }
  const CXXMethodDecl *Access = nullptr;
  Register Of = Container;
  if (isDeque(Class) && (Name == "pop_back" || Name == "pop_front")) {
    Register Element = endOfDeque(Class, Name.drop_front(4), Container);
    if (Element != NoRegister)
      destroy(Element, elementType(Class, /*Mapped=*/false), E->getExprLoc());
    return;
  }
  if (Name == "pop_back" || Name == "pop_front") {
    Access = methodNamed(Name.drop_front(4), canonicalTypeOf(Ctx, Class), Ctx);
  } else if (Name == "erase" && E->getNumArgs() == 1) {
    const Expr *Argument = E->getArg(0);
    if (isMap(Class) && Method->getParamDecl(0)->getType()->isReferenceType()) {
      Register Element = elementOf(Class, Container, Argument);
      if (Element != NoRegister)
        destroy(Element, elementType(Class, /*Mapped=*/true), E->getExprLoc());
      return;
    }
    Argument = withoutConversion(Argument);
    const CXXRecordDecl *Iterator = Argument->getType()->getAsCXXRecordDecl();
    if (!Iterator || !Iterator->hasDefinition())
      return;
    Of = value(Argument);
    Access = dereferenceOf(Argument->getType(), Ctx);
    // A pointer in a class, which the program never followed.
    QualType T = elementType(Class, /*Mapped=*/false);
    if (!Access && Of != NoRegister && !Iterator->field_empty() &&
        !T.isNull() && Iterator->field_begin()->getType()->isPointerType() &&
        Ctx.hasSameType(Iterator->field_begin()->getType()->getPointeeType(),
                        T)) {
      Register Field = emitResult(EventKind::Field, E, Of);
      Block->Events.back().Decl = *Iterator->field_begin();
      destroy(load(Field, E), T, E->getExprLoc());
      return;
    }
  }
  if (!Access || Of == NoRegister ||
      Access->getReturnType()->getPointeeType().isNull())
    return;
  CallSite C;
  C.Callee = Access;
  C.This = Of;
  C.IsThisConst = true;
  Register Address = emitCall(std::move(C), nullptr, E->getExprLoc());
  destroy(Address, Access->getReturnType()->getPointeeType(), E->getExprLoc());
}

/// Most calls give the first or last element of a deque another name, or make
/// another element the first or last one.
void FunctionBuilder::forgetEndsOfDeque(const CXXMethodDecl *Method,
                                        Register Container,
                                        const CallExpr *E) {
  static constexpr llvm::StringRef KeepBoth[] = {"front", "back", "size",
                                                 "empty", "max_size"};
  if (Method->getIdentifier() &&
      llvm::is_contained(KeepBoth, Method->getName()))
    return;
  for (llvm::StringRef Name : {"front", "back"}) {
    Register Element = endOfDeque(Method->getParent(), Name, Container);
    if (Element == NoRegister)
      continue;
    Event &Walked = emit(EventKind::Copy, E);
    Walked.A = Walked.B = Element;
  }
}

/// What a map holds is unknown after a call that may change it. Who walks it meets
/// its elements by other names than their keys.
void FunctionBuilder::forgetElements(const CXXMethodDecl *Method,
                                     Register Container, const CallExpr *E) {
  if (Container != NoRegister && isDeque(Method->getParent())) {
    forgetEndsOfDeque(Method, Container, E);
    return;
  }
  if (Container != NoRegister && Method->getIdentifier() &&
      Method->getName() == "begin" && isMap(Method->getParent())) {
    Event &Walked = emit(EventKind::Copy, E);
    Walked.A = Walked.B = Container;
    return;
  }
  if (Container != NoRegister && !Method->isConst() &&
      isMap(Method->getParent()) &&
      !(Method->getIdentifier() &&
        (Method->getName() == "begin" || Method->getName() == "end" ||
         Method->getName() == "find")))
    emit(EventKind::Uninitialise, E).A = Container;
}
